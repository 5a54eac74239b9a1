import { inRoom, report } from './line.ts'

/** Several cases in a message, and phones that must never go to the wrong one. */
export const several = [
  report('1、芳古园二区3号楼底商油烟大 13800000011\n2、芳群园一区2号楼水泵响 13800000022', [
    '方庄街道/芳古园二区社区/芳古园二区3号楼底商/-/air.catering_fume phone=13800000011',
    '方庄街道/芳群园一区社区/芳群园一区2号楼/水泵/noise.shared_facility phone=13800000022',
  ]),
  report('①芳星园一区5号楼电梯噪音 ②芳星园二区工地扬尘 ③芳星园三区有人烧垃圾', [
    '方庄街道/芳星园一区社区/芳星园一区5号楼/电梯/noise.shared_facility',
    '方庄街道/芳星园二区社区/-/工地/air.dust.construction',
    '方庄街道/芳星园三区社区/芳星园三区/∅/air.burning',
  ]),
  report('芳古园二区3号楼底商饭馆油烟大,还有隔壁洗衣店干洗味', [
    '方庄街道/芳古园二区社区/芳古园二区3号楼底商/饭馆/air.catering_fume',
    '方庄街道/芳古园二区社区/-/洗衣店/air.odor',
  ]),
  report('芳古园二区底商饭馆油烟,还有隔壁打印店异味 电话13800000033 13800000044', [
    '方庄街道/芳古园二区社区/-/饭馆/air.catering_fume phone=∅',
    '方庄街道/芳古园二区社区/-/打印店/air.odor phone=∅',
  ]),
  report('芳古园二区3号楼底商油烟大\n芳群园一区2号楼水泵嗡嗡响', [
    '方庄街道/芳古园二区社区/芳古园二区3号楼底商/-/air.catering_fume',
    '方庄街道/芳群园一区社区/芳群园一区2号楼/水泵/noise.shared_facility',
  ]),
  report('芳城园三区1号楼饭馆油烟大,电话13800000055;芳群园四区2号楼工地夜里打桩,电话13800000066', [
    '方庄街道/芳城园三区社区/芳城园三区1号楼/饭馆/air.catering_fume phone=13800000055',
    '方庄街道/芳群园四区社区/芳群园四区2号楼工地/-/noise.construction phone=13800000066',
  ]),
  report('今天两件:第一件,芳星园二区广场舞太吵;第二件,芳城东里裸地扬尘', [
    '方庄街道/芳星园二区社区/芳星园二区/广场舞/noise.social.loudspeaker',
    '方庄街道/芳城东里社区/-/-/air.dust.bare_land',
  ]),
  report('芳城园二区夜市油烟呛人,音响也吵得睡不着', '方庄街道/芳城园二区社区/-/-/air.bbq'),
  report('芳群园三区门口夜市,油烟+大喇叭扰民,天天到十二点', [
    '方庄街道/芳群园三区社区/-/-/air.bbq',
    '方庄街道/芳群园三区社区/-/-/noise.social.loudspeaker',
  ]),
  report('芳群园一区6号楼,楼下饭店油烟大、排风机也响', '方庄街道/芳群园一区社区/芳群园一区6号楼/-/air.catering_fume'),
  report('芳星园一区和芳星园二区之间的工地晚上施工太吵', '方庄街道/-/-/工地/noise.construction'),
  report(
    '一、芳古园二区8号楼 韩先生13911110001 底商烧烤店油烟\n二、芳古园二区9号楼 杨女士13911110002 楼上装修吵\n三、芳群园二区 施工扬尘',
    [
      '方庄街道/芳古园二区社区/芳古园二区8号楼/烧烤店/air.catering_fume phone=13911110001 name=韩先生',
      '方庄街道/芳古园二区社区/芳古园二区9号楼/某住户/noise.social.neighbour phone=13911110002 name=杨女士',
      '方庄街道/芳群园二区社区/-/-/air.dust.construction phone=∅',
    ],
  ),
  report(
    '芳城园二区5号楼两户都投诉楼下烧烤店油烟 13911112222 13911113333',
    '方庄街道/芳城园二区社区/芳城园二区5号楼/烧烤店/air.catering_fume phone=13911112222',
  ),
  ...inRoom('和义街道', [
    report('各位领导,今天收到2件:(1)久敬庄路边大货车尾气 (2)和义西里二区3号楼底商油烟', [
      '和义街道/-/-/大货车/air.vehicle',
      '和义街道/和义西里第二社区/和义西里二区3号楼底商/-/air.catering_fume',
    ]),
    report('和义东里三区垃圾没人清运,另外南苑北里一区4号楼楼下KTV太吵', [
      '和义街道/和义东里第三社区/和义东里三区/-/waste.domestic',
      '和义街道/南苑北里第一社区/南苑北里一区4号楼楼下/KTV/noise.social.equipment',
    ]),
  ]),
]
