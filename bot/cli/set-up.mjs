// Puts everything in place that the program needs: `node bot/cli/set-up.mjs [--tests]`.
// Runs before `npm start` and `npm test`, on Node 20 and with an empty node_modules; does nothing when all is there.
// Exit codes: 0 in place · 1 npm ci failed · 2 no Node 24 · 3 a program is missing and cannot be installed here.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ownNode = join(root, 'node_modules/.bin/node')
const forTests = process.argv.includes('--tests')

const programs = {
  redis: {
    names: ['redis-server', 'valkey-server'],
    packages: ['redis-server', 'valkey-server'],
    chinese: '缺少 Redis',
    commands: {
      'Debian, Ubuntu': 'sudo apt-get update && sudo apt-get install -y redis-server',
      macOS: 'brew install redis',
      Docker:
        'docker run -d --name lingshao-redis -p 127.0.0.1:6379:6379 redis redis-server --appendonly yes ' +
        '--maxmemory-policy noeviction   (then write REDIS_URL=redis://127.0.0.1:6379 into .env)',
    },
  },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'chromium-browser'],
    chinese: '缺少测试用浏览器 Chromium',
    commands: {
      'Debian, Ubuntu': 'sudo apt-get update && sudo apt-get install -y chromium',
      macOS: 'brew install --cask chromium',
      Docker: 'docker run --rm -v "$PWD":/app -w /app node:24-bookworm npm test',
    },
  },
}

installPackages()
linkNode()
checkNode()
installPrograms([...(forTests || runsOwnRedis() ? [programs.redis] : []), ...(forTests ? [programs.chromium] : [])])

function installPackages() {
  if (packagesInPlace()) return
  say('Installing the packages of package-lock.json (once, about half a minute) … 正在安装依赖')
  const npm = process.env.npm_execpath ?? ''
  const [command, first] = /npm-cli\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const done = run(command, [...first, 'ci', '--no-audit', '--no-fund'])
  if (done !== 0) stop(1, ['npm ci failed: see its message above, then try again. 依赖安装失败,请检查网络后重试。'])
}

/** npm keeps what it installed in node_modules/.package-lock.json, written last: it must agree with package-lock.json. */
function packagesInPlace() {
  const wanted = lockedPackages('package-lock.json')
  const present = lockedPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  const ours = Object.keys(wanted[''].optionalDependencies ?? {}).map((name) => `node_modules/${name}`)
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (found) return found.version === entry.version && found.integrity === entry.integrity
    if (ours.includes(path)) return !fitsThisMachine(entry)
    return Boolean(entry.optional || entry.devOptional || (entry.dev && !forTests))
  })
}

function fitsThisMachine({ os, cpu }) {
  return (!os || [os].flat().includes(process.platform)) && (!cpu || [cpu].flat().includes(process.arch))
}

function lockedPackages(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/** npm 10 links only the first of several packages with a program `node`, even when that one is for another machine. */
function linkNode() {
  const program = join('..', `node-${process.platform}-${process.arch}`, 'bin/node')
  if (existsSync(ownNode) || !existsSync(join(root, 'node_modules/.bin', program))) return
  rmSync(ownNode, { force: true })
  symlinkSync(program, ownNode)
}

function checkNode() {
  const version = nodeVersion(existsSync(ownNode) ? ownNode : 'node')
  if (Number.parseInt(version, 10) >= 24) return
  stop(2, [
    `Node 24 is needed; ${version ? `this is Node ${version}` : 'the one in node_modules does not run here'}.`,
    '  macOS:          brew install node@24 && brew link --overwrite --force node@24',
    '  other systems:  install Node 24 or newer from nodejs.org and put it first on the PATH',
    '需要 Node 24,请先安装。',
  ])
}

function nodeVersion(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return stdout?.trim().replace(/^v/, '') ?? ''
}

function runsOwnRedis() {
  const file = join(root, '.env')
  const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return !process.env.REDIS_URL && !/^\s*REDIS_URL\s*=\s*["']?[^\s#"']/m.test(written)
}

function installPrograms(wanted) {
  const missing = wanted.filter((program) => !isThere(program))
  if (missing.length === 0) return
  const apt = aptGet()
  if (apt) installWith(apt, missing)
  const still = missing.filter((program) => !isThere(program))
  if (still.length > 0)
    stop(
      3,
      still.flatMap((program) => explain(program, apt)),
    )
}

/** Only the programs count, not apt's exit code: offline lists, or a service that cannot start here, do no harm. */
function installWith(apt, missing) {
  const names = missing.map((program) => program.packages[0])
  say(`Installing ${names.join(' and ')} with apt-get … 正在安装`)
  run(apt[0], [...apt.slice(1), '-qq', 'update'])
  for (const program of missing) {
    for (const name of program.packages) {
      if (isThere(program)) break
      run(apt[0], [...apt.slice(1), '-qq', '-y', '--no-install-recommends', 'install', name])
    }
  }
}

/** The command that may install: as root, or through a sudo that asks no password; undefined when there is none. */
function aptGet() {
  if (!onPath('apt-get')) return undefined
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300']
  if (process.getuid?.() === 0) return command
  const mayAct = onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  return mayAct ? ['sudo', '-n', ...command] : undefined
}

function explain(program, apt) {
  const why = apt
    ? 'apt-get could not install it'
    : 'it cannot be installed from here (no apt-get, or neither root nor sudo)'
  const commands = Object.entries(program.commands).map(([system, command]) => `  ${`${system}:`.padEnd(16)}${command}`)
  return [`${program.names[0]} is missing and ${why}. Run:`, ...commands, `${program.chinese},请先执行上面对应的命令。`]
}

function isThere(program) {
  return program.names.some(onPath)
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status
}

function say(line) {
  process.stderr.write(`set-up: ${line}\n`)
}

function stop(code, lines) {
  process.stderr.write(`\nset-up: ${lines.join('\n')}\n\n`)
  process.exit(code)
}
