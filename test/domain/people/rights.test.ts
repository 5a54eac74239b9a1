import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/registry.ts'
import { may, rights, type Verb, whoMay } from '../../../domain/people/rights.ts'
import { type RoleId, roleNames } from '../../../domain/people/roles.ts'

const ROLES = Object.keys(roleNames) as RoleId[]

/** domain.md section 3, written down a second time: ● may. */
const table = `
               grid steward officer tester lead desk deputy chief admin
report         ●    ●       ●       ●      ●    ●    ●      ●     ●
claim          ·    ●       ●       ●      ●    ·    ·      ·     ·
release        ·    ●       ●       ●      ●    ●    ·      ·     ·
assign         ·    ·       ·       ·      ●    ●    ·      ·     ·
transfer       ·    ●       ●       ●      ●    ●    ·      ·     ·
accept         ·    ●       ●       ●      ●    ●    ·      ·     ·
urge           ●    ●       ●       ●      ●    ●    ●      ●     ●
contact        ·    ●       ●       ●      ●    ●    ·      ·     ·
waiveContact   ·    ●       ●       ●      ●    ●    ·      ·     ·
arrive         ·    ●       ●       ●      ●    ●    ·      ·     ·
progress       ●    ●       ●       ●      ●    ●    ●      ●     ●
test           ·    ●       ●       ●      ●    ●    ·      ·     ·
handle         ·    ●       ●       ●      ●    ●    ·      ·     ·
revisit        ·    ●       ●       ●      ●    ●    ·      ·     ·
draft          ·    ●       ●       ●      ●    ●    ·      ·     ·
replied        ·    ●       ●       ●      ●    ●    ·      ·     ·
cityRevisit    ·    ·       ·       ·      ·    ●    ·      ·     ·
importCityRevisits ·    ·       ·       ·      ·    ●    ·      ·     ·
reconcile      ·    ·       ·       ·      ·    ●    ·      ·     ·
ledger         ·    ·       ·       ·      ·    ●    ·      ·     ●
ledgerTemplate ·    ·       ·       ·      ·    ●    ·      ·     ●
close          ·    ●       ●       ●      ●    ●    ·      ·     ·
reopen         ·    ●       ●       ●      ●    ●    ·      ·     ·
cohandle       ·    ●       ●       ●      ●    ●    ·      ·     ·
whistle        ·    ●       ·       ·      ●    ●    ·      ·     ·
reportIn       ·    ●       ●       ●      ●    ●    ·      ·     ·
agree          ·    ·       ·       ·      ●    ●    ●      ·     ·
pending        ·    ·       ·       ·      ●    ●    ●      ·     ·
return         ·    ●       ●       ●      ●    ●    ·      ·     ·
extend         ·    ●       ●       ●      ●    ●    ·      ·     ·
suspend        ·    ●       ●       ●      ●    ●    ·      ·     ·
exclude        ·    ●       ●       ●      ●    ●    ·      ·     ·
rule           ·    ·       ·       ·      ·    ●    ·      ·     ·
followUp       ·    ●       ●       ●      ●    ●    ·      ·     ·
consult        ·    ●       ●       ●      ●    ●    ●      ●     ·
conclude       ·    ●       ●       ●      ●    ●    ●      ●     ·
supervise      ·    ·       ·       ·      ·    ·    ●      ●     ·
unsupervise    ·    ·       ·       ·      ·    ·    ●      ●     ·
merge          ·    ●       ●       ●      ●    ●    ·      ·     ·
unmerge        ·    ●       ●       ●      ●    ●    ·      ·     ·
snooze         ·    ●       ●       ●      ●    ●    ·      ·     ·
lowerUrgency   ·    ●       ●       ●      ●    ●    ·      ·     ·
void           ●    ●       ●       ●      ●    ●    ●      ●     ●
restore        ●    ●       ●       ●      ●    ●    ●      ●     ●
undo           ●    ●       ●       ●      ●    ●    ●      ●     ●
correct        ●    ●       ●       ●      ●    ●    ●      ●     ●
show           ●    ●       ●       ●      ●    ●    ●      ●     ●
trail          ●    ●       ●       ●      ●    ●    ●      ●     ●
mine           ●    ●       ●       ●      ●    ●    ●      ●     ●
list           ●    ●       ●       ●      ●    ●    ●      ●     ●
help           ●    ●       ●       ●      ●    ●    ●      ●     ●
contactDetails ·    ●       ●       ●      ●    ●    ·      ·     ·
becomeAdmin    ●    ●       ●       ●      ●    ●    ●      ●     ●
confirm        ●    ●       ●       ●      ●    ●    ●      ●     ●
introduce      ●    ●       ●       ●      ●    ●    ●      ●     ●
verify         ●    ●       ●       ●      ●    ●    ●      ●     ●
backup         ·    ·       ·       ·      ·    ·    ·      ·     ●
template       ·    ·       ·       ·      ·    ·    ·      ·     ●
importRoster   ·    ·       ·       ·      ·    ·    ·      ·     ●
importOrders   ·    ·       ·       ·      ·    ●    ·      ·     ●
bindAll        ·    ·       ·       ·      ·    ·    ·      ·     ●
issueCodes     ·    ·       ·       ·      ·    ·    ·      ·     ●
admit          ·    ·       ·       ·      ●    ·    ·      ·     ●
admissions     ·    ·       ·       ·      ●    ·    ·      ·     ●
setUpProgress  ·    ·       ·       ·      ·    ·    ·      ·     ●
trial          ·    ·       ·       ·      ·    ·    ·      ·     ●
goLive         ·    ·       ·       ·      ·    ·    ·      ·     ●
bind           ·    ·       ·       ·      ·    ·    ·      ·     ●
unbind         ·    ·       ·       ·      ·    ·    ·      ·     ●
grant          ·    ·       ·       ·      ·    ·    ·      ·     ●
revoke         ·    ·       ·       ·      ·    ·    ·      ·     ●
duty           ·    ·       ·       ·      ●    ·    ·      ·     ●
area           ·    ·       ·       ·      ·    ·    ·      ·     ●
reported       ●    ●       ●       ●      ●    ●    ●      ●     ●
errands        ·    ●       ●       ●      ●    ●    ·      ·     ·
dueSoon        ●    ●       ●       ●      ●    ●    ●      ●     ●
overdue        ●    ●       ●       ●      ●    ●    ●      ●     ●
brief          ●    ●       ●       ●      ●    ●    ●      ●     ●
stats          ●    ●       ●       ●      ●    ●    ●      ●     ●
find           ●    ●       ●       ●      ●    ●    ●      ●     ●
judge          ●    ●       ●       ●      ●    ●    ●      ●     ●
standard       ●    ●       ●       ●      ●    ●    ●      ●     ●
whose          ●    ●       ●       ●      ●    ●    ●      ●     ●
setOwner       ·    ·       ·       ·      ·    ·    ·      ·     ●
learnPlace     ·    ·       ·       ·      ·    ·    ·      ·     ●
forgetPlace    ·    ·       ·       ·      ·    ·    ·      ·     ●
dropPlace      ·    ·       ·       ·      ·    ·    ·      ·     ●
showPlace      ·    ·       ·       ·      ·    ·    ·      ·     ●
settings       ·    ·       ·       ·      ·    ·    ·      ·     ●
spokenToday    ●    ●       ●       ●      ●    ●    ●      ●     ●
suggest        ●    ●       ●       ●      ●    ●    ●      ●     ●
scenarios      ●    ●       ●       ●      ●    ●    ●      ●     ●
photos         ●    ●       ●       ●      ●    ●    ●      ●     ●
restoreBindings ·    ·       ·       ·      ·    ·    ·      ·     ●
mute           ·    ●       ·       ·      ●    ●    ●      ●     ●
calendarDays   ·    ·       ·       ·      ·    ·    ·      ·     ●
`
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([verb, ...marks]) =>
  marks.map((mark, i) => [verb as Verb, head[i] as RoleId, mark === '●'] as const),
)

// Every cell, by verb, role, whose case and where, stands in test/commands/rights.txt.
describe('rights', () => {
  test.each(Object.keys(rights) as Verb[])('%s by somebody without a role', (verb) => {
    expect(may({ roles: [] }, verb)).toBe(rights[verb] === 'everyone')
  })

  test('every verb has a command, and every command a verb', () => {
    expect(commands.map(({ verb }) => verb).sort()).toEqual(Object.keys(rights).sort())
  })

  test('who may, in words', () => {
    expect(whoMay('claim')).toBe('队员、监测员、负责人、街镇管家')
    expect(whoMay('show')).toBe('群成员')
  })
})
