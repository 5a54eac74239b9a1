import type { Scenario } from '../scenario.ts'
import { noPhoneInRoom, order } from './order.ts'

const PHONE = '13800002101'

/** 急件: smell, somebody is dizzy, two hours for everything. */
export const urgentSmell: Scenario = {
  id: 'urgent-smell',
  name: '急件:刺鼻气味有人头晕',
  trains: '2小时急件的节奏:5分钟领、15分钟联系、60分钟到场,全程不漏步',
  plays: ['李强', '陈曦', '赵蕾'],
  takes: 10,
  begins: '11-24 09:30',
  ends: '11-24 11:40',
  story: '周二上午,专班转来一件2小时急件。你是执法一队李强,今天值班;检测换成陈曦,回访和平台回复换成赵蕾。',
  cases: { 气味: '202611240101' },
  beats: [
    {
      at: '11-24 09:30',
      as: '赵蕾',
      in: 'private',
      say: order({
        no: '202611240101',
        at: '方庄街道芳城园二区3号楼',
        what: '楼下配电房旁有刺鼻气味,有人头晕',
        caller: '陈女士',
        phone: PHONE,
        due: '2小时',
      }),
    },
    { after: '联系', minutes: 0, tell: '电话里:气味从楼下底商装修点来,像油漆。头晕的老人已经到楼外,没有大碍。' },
    { after: '到场', minutes: 0, tell: '现场:底商正在刷漆,门敞着,没有收集。陈曦带着采样瓶到了,结果:厂界臭气浓度14。' },
    { after: '处置', minutes: 0, tell: '赵蕾打回访电话:气味散了,老人没事,诉求人说解决了,满意。' },
  ],
  steps: [
    {
      id: '领哨',
      of: '气味',
      what: { kind: 'claimed' },
      within: { minutes: 5 },
      model: { at: '11-24 09:33', as: '李强', in: '方庄群', say: '领哨 {气味}' },
      teach: '急件看到就领,5分钟没人领就会叫到负责人。去不了先领再派。',
    },
    {
      id: '联系',
      of: '气味',
      what: { kind: 'contacted' },
      within: { minutes: 15, from: '领哨' },
      model: { at: '11-24 09:38', as: '李强', in: '方庄群', say: '{气味} 已联系 头晕的人已到室外,无大碍' },
      teach: '领了先打电话再出门:问清人有没有事、气味从哪来。',
    },
    {
      id: '到场',
      of: '气味',
      what: { kind: 'arrived' },
      within: { minutes: 60, from: '领哨' },
      model: { at: '11-24 10:05', as: '李强', in: '方庄群', say: '{气味} 到场 底商刷漆,没有收集' },
      teach: '急件60分钟内到场,到了在群里回「到场」。',
    },
    {
      id: '检测',
      of: '气味',
      what: { kind: 'tested', judged: [{ item: 'odor_concentration' }] },
      until: '11-24 11:00',
      model: { at: '11-24 10:30', as: '陈曦', in: '方庄群', say: '检测 {气味} 厂界臭气浓度14' },
      teach: '每诉必测:气味类报臭气浓度,单位是无量纲。达标也要把气味的来源处理掉。',
    },
    {
      id: '处置',
      of: '气味',
      what: { kind: 'handled' },
      until: '11-24 11:15',
      model: { at: '11-24 10:45', as: '李强', in: '方庄群', say: '{气味} 整改完 已停工,漆桶密闭清走,开窗通风' },
      teach: '写清做了什么,回复稿会用这句话。',
    },
    {
      id: '回访',
      of: '气味',
      what: { kind: 'revisited', solved: true, satisfaction: 'good' },
      since: '处置',
      until: '11-24 11:25',
      model: { at: '11-24 10:55', as: '赵蕾', in: 'private', say: '{气味} 回访 已解决 满意' },
      teach: '处置完马上回访,最好换个人打。',
    },
    {
      id: '平台回复',
      of: '气味',
      what: { kind: 'replied' },
      until: '11-24 11:30',
      model: { at: '11-24 11:05', as: '赵蕾', in: 'private', say: '已回复 {气味}' },
      teach: '官方时限只认平台回复,到点前一定要回。',
    },
    {
      id: '办结',
      of: '气味',
      what: { kind: 'closed' },
      until: '11-24 11:40',
      model: { at: '11-24 11:10', as: '李强', in: '方庄群', say: '办结 {气味}' },
      teach: '都齐了回「办结」,差什么会告诉你。',
    },
  ],
  never: [noPhoneInRoom(PHONE)],
  careless: {
    what: '先出门后打电话,还把号码发进了群',
    later: { 联系: '11-24 10:02' },
    also: [{ at: '11-24 10:01', as: '李强', in: '方庄群', say: `诉求人电话 ${PHONE},谁离得近先打一下` }],
    comesTo: { late: ['联系'], missing: [], wrong: ['把诉求人电话发到了群里'] },
  },
}
