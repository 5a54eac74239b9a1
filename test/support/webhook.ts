import { once } from 'node:events'
import { createServer } from 'node:http'

/** Somebody's address for alerts, and what it was called with. */
export interface Webhook extends AsyncDisposable {
  url: string
  calls: unknown[]
}

/** An HTTP server that keeps what it is told. */

export async function aWebhook(status = 204): Promise<Webhook> {
  const calls: unknown[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      calls.push(JSON.parse(body))
      response.writeHead(status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
