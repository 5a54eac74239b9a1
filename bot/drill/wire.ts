import { connect, createServer, type Server, type Socket } from 'node:net'

/** The network between the bot and the simulated gateway: it can freeze, thaw and break. */
export interface Wire {
  readonly port: number
  open(to: number): Promise<void>
  /** Connections stay, nothing moves: what a stopped process or a dead router looks like. */
  freeze(): void
  thaw(): void
  /** Breaks every connection; new ones are accepted. */
  cut(): void
  close(): Promise<void>
}

/** Relays a loopback port to another one. `port` 0 takes a free one, kept for the life of the wire. */
export async function layWire(host: string, port: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let target = 0
  let frozen = false
  const relay = (near: Socket) => {
    const far = connect(target, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.setNoDelay(true)
      from.on('data', (bytes) => void to.write(bytes))
      from.on('end', () => to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      if (frozen) from.pause()
    }
  }
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const listen = async (on: number) => {
    server = createServer(relay)
    await new Promise<void>((resolve, reject) => {
      server?.once('error', reject).listen(on, host, resolve)
    })
    const address = server.address()
    return typeof address === 'object' && address ? address.port : on
  }
  const close = async () => {
    const closing = server
    server = undefined
    cut()
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()))
  }
  const own = await listen(port)
  await close()
  return {
    port: own,
    async open(to) {
      target = to
      if (!server) await listen(own)
    },
    freeze() {
      frozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw() {
      frozen = false
      for (const socket of sockets) socket.resume()
    },
    cut,
    close,
  }
}

/** A port of the host that nobody listens on at this moment. */
export async function freePort(host: string): Promise<number> {
  const wire = await layWire(host, 0)
  return wire.port
}
