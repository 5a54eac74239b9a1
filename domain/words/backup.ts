import { dayClock, monthDayClock } from '../time/saying.ts'
import { type Check, checkLine } from './checks.ts'
import { lines, type Sentence } from './sentence.ts'

/** Why no backup was taken: the disk is full · the folder is not there or not ours · another is at work · the database is of another version · what was written cannot be read · there is no folder for backups · it was cut short again and again. */
export type BackupFaultCode = keyof typeof faults

const faults = {
  full: '磁盘满了,请腾出空间',
  folder: '备份文件夹不在或不能写,请检查磁盘是否挂好',
  busy: '另一个备份正在进行,请稍后再试',
  schema: '数据库与程序版本不同,请先启动一次程序',
  broken: '写下的内容读不回来,请检查磁盘',
  off: '这里没有设置备份文件夹(BACKUP_DIR)',
  interrupted: '几次都没做完,请看日志',
} as const

/** Why a backup was not restored. */
export type RestoreCode = keyof typeof refusals

const refusals = {
  'not-empty': '目标文件夹不是空的,没有恢复:请先停机,把里面的内容移走再试',
  'no-backup': '这里没有备份,没有恢复',
  damaged: '备份已损坏(内容与清单不符),没有恢复:请换一份',
  'needs-key': '备份是加密的,没有恢复:请设置 BACKUP_KEY',
  'wrong-key': 'BACKUP_KEY 不是这份备份的密钥,没有恢复',
  'wrong-vault-key': 'VAULT_KEY 不是这份数据的密钥,没有恢复:个人信息会打不开',
  newer: '备份来自更新的程序版本,没有恢复:请先升级程序',
} as const

/** One sentence: what was asked for, why not, what to do. */
export function restoreRefused(code: RestoreCode, what: string): string {
  return `${what}:${refusals[code]}。`
}

/** The last backup as it is told. */
export interface LastBackup {
  at: number
  cases: number
  files: number
  bytes: number
  encrypted: boolean
  /** Everything held when it was opened. */
  sound: boolean
}

/** 备份, taken. */
export function backupTaken(name: string, last: LastBackup): Sentence {
  const what = `案件${last.cases}、照片文件${last.files}、${size(last.bytes)}`
  return lines(
    last.sound ? `备份好了:${name}` : `备份了,但核对时发现问题:${name}`,
    `${what},${last.encrypted ? '已加密' : '未加密'},${last.sound ? '已打开核对' : '请在服务器运行 npm run verify'}。`,
  )
}

export function backupFailed(code: BackupFaultCode, last: LastBackup | undefined, now: number): Sentence {
  return lines(`备份没有成功:${faults[code]}。`, lastLine(last, now))
}

/** Every night something did not come about, once a day. */
export function nightlyFailed(code: BackupFaultCode | 'unsound', last: LastBackup | undefined, now: number): Sentence {
  const why = code === 'unsound' ? '备份了,但核对时发现问题,请在服务器运行 npm run verify' : `没有成功:${faults[code]}`
  return lines(`【备份】今天的自动备份${why}。`, `${lastLine(last, now)}处理好后回「备份」。`)
}

export function backupBegins(last: LastBackup | undefined, now: number): Sentence {
  return [`开始备份,好了告诉你。${lastLine(last, now)}`]
}

export const backupUnderWay = '已经在备份,好了告诉你。'
/** The key of what is said when a backup takes its time. */
export const backupBegun = (id: number): string => `backup-begun-${id}`

/** 「上次可用的备份:今天02:30,3.4 MB。」 */
export function lastLine(last: LastBackup | undefined, now: number): string {
  if (!last) return '还没有可用的备份。'
  return `上次可用的备份:${dayClock(last.at, now)},${size(last.bytes)}。`
}

/** For the shell: a backup that was taken. */
export function takenLines(folder: string, last: LastBackup, broken: readonly Check[]): string {
  return [
    `${last.sound ? '✓' : '✗'} ${folder}`,
    `  案件 ${last.cases},照片文件 ${last.files},${size(last.bytes)},${last.encrypted ? '已加密' : '未加密'}`,
    ...broken.map((check) => `  ${checkLine(check)}`),
    `  不含 VAULT_KEY${last.encrypted ? ' 和 BACKUP_KEY' : ''}:请另行保管,丢失后个人信息和照片打不开。`,
  ].join('\n')
}

/** For the shell: no backup was taken. */
export function notTaken(code: BackupFaultCode, dir: string): string {
  return `${dir}:备份没有成功,${faults[code]}。`
}

function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** For the shell: one backup of the list. */
export function listLine(folder: string, { at, cases, files, bytes, encrypted, sound }: LastBackup): string {
  const what = `案件 ${cases},照片文件 ${files},${size(bytes)}${encrypted ? ',已加密' : ''}${sound ? '' : ',核对有问题'}`
  return `${monthDayClock(at)}  ${folder}  ${what}`
}

export const noneHere = (dir: string): string => `${dir}:这里没有备份。`

/** For the shell: a backup was given back. */
export function restoredLines(folder: string, last: LastBackup, checks: readonly Check[]): string {
  return [
    `✓ 已恢复到 ${folder}:${monthDayClock(last.at)} 的备份,案件 ${last.cases},照片文件 ${last.files}`,
    ...checks.map((check) => `  ${checkLine(check)}`),
    ...(checks.some(({ name }) => name === 'vault') ? [] : ['  没有给 VAULT_KEY:个人信息和照片没有试着打开。']),
    '  备份之后的消息不在其中,之后发出的编号会重新发出:启动前请对照群里最后一张卡片。',
  ].join('\n')
}
