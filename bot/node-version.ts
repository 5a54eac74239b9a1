/** The oldest Node that runs this program: older ones cannot load better-sqlite3 13 (a segfault on Node 20). */
export const oldestNode = 24

/** What is wrong with a Node version such as `20.19.2`, in one sentence with the next step; undefined when it fits. */
export function nodeFault(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= oldestNode) return undefined
  return (
    `This program needs Node ${oldestNode} and was started with Node ${version}. ` +
    `Start it with \`npm start\`, which brings its own, or install Node ${oldestNode}. 请用 npm start 启动。`
  )
}

// Imported first by bot/main.ts: a wrong Node must be told before anything native is loaded.
const fault = nodeFault(process.versions.node)
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
