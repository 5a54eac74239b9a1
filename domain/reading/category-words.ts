import type { CategoryId, Industry } from './category.ts'

/**
 * Words that speak for a category, with weight. Vocabulary: petition texts of the city and speech of the streets
 * (word lists of the monthly bulletins and the duties of each office). Order breaks ties: the more particular first.
 */
export const CATEGORY_WORDS: readonly { id: CategoryId; weight: number; words: RegExp }[] = [
  { id: 'radiation.ionizing', weight: 6, words: /放射源|放射性|电离辐射|X光|伽马|γ射线|核辐射|CT机房/giu },
  { id: 'radiation.em', weight: 5, words: /电磁|基站|信号塔|怕辐射|辐射|高压线|高压塔/gu },
  { id: 'radiation.em', weight: 6.5, words: /(?:建|距离?|离|反对).{0,12}(?:变电站|高压线|基站)/gu },
  { id: 'radiation.em', weight: 2, words: /变电站|天线|铁塔/gu },
  {
    id: 'light',
    weight: 6,
    words: /光污染|晃眼|刺眼|太亮|灯光太|灯太亮|灯光扰|强光|反光|霓虹灯|射灯|探照灯|灯光.{0,4}(?:照|晃)/gu,
  },
  { id: 'light', weight: 3, words: /LED|大屏|广告屏|亮化|灯箱|灯光|玻璃幕墙/giu },
  {
    id: 'waste.hazardous',
    weight: 7,
    words: /危险废物|危废|医疗废物|医废|医疗垃圾|针头|废机油|废油桶|废电池|废矿物油|农药瓶|输液/gu,
  },
  {
    id: 'waste.construction',
    weight: 6,
    words:
      /建筑垃圾|装修垃圾|拆迁垃圾|渣土(?:堆|山|没人|无人)|(?:倒|倾倒|偷倒|乱倒|堆放?)(?:了|着)?(?:很多|大量)?渣土/gu,
  },
  {
    id: 'waste.domestic',
    weight: 4,
    words: /生活垃圾|垃圾(?:堆|没人|无人|清运|满|乱|遍地|成山|不清|桶|站|楼)|(?:倒|扔|堆|倾倒|乱扔).{0,4}垃圾|厨余/gu,
  },
  {
    id: 'waste.domestic',
    weight: 6.5,
    words:
      /(?:建|设|搬|撤|迁|增设|反对).{0,12}垃圾(?:站|场|房|中转|收集|压缩|处理|填埋|箱|池)|垃圾(?:站|场|房|池|箱).{0,8}(?:搬|撤|拆|迁)/gu,
  },
  { id: 'waste.domestic', weight: 2, words: /垃圾/gu },
  { id: 'air.dust.transport', weight: 3, words: /渣土车|泥头车|渣土运输/gu },
  { id: 'air.bulk_coal', weight: 7, words: /散煤|煤炉|煤球|蜂窝煤|烧煤|煤烟|燃煤|煤火/gu },
  {
    id: 'air.burning',
    weight: 7,
    words:
      /烧(?:垃圾|秸秆|树叶|落叶|荒|杂草|草|纸|电线|塑料|废|轮胎|东西|木头|稻草|冥币)|焚烧|点火烧|烧.{0,3}(?:垃圾|树叶|秸秆|电线)/gu,
  },
  {
    id: 'air.bbq',
    weight: 7,
    words: /露天烧烤|烧烤摊|占道烧烤|烤串摊|路边烧烤|街边烧烤|羊肉串摊|大排档|夜市|烤串的|撸串/gu,
  },
  { id: 'air.bbq', weight: 2, words: /烧烤|烤串|羊肉串|烤肉/gu },
  {
    id: 'air.catering_fume',
    weight: 6,
    words: /油烟|炒菜味|炝锅|厨房(?:排|味|烟)|饭菜味|油味|烟道.{0,6}(?:味|呛|串|漏|冒)|炸.{0,3}味/gu,
  },
  { id: 'air.catering_fume', weight: 5.2, words: /排烟(?:管道?|口|道|机)|烟道/gu },
  // 「11号楼又冒烟了」 names no source; in a compound it is mostly a kitchen.
  { id: 'air.catering_fume', weight: 4, words: /(?:又|还在|一直|天天|每天|老|总)(?:是|在)?冒(?:黑|白)?烟/gu },
  {
    id: 'air.dust.transport',
    weight: 7,
    words:
      /遗撒|洒落|不盖(?:布|篷|苫)|没盖(?:布|篷)|不苫盖.{0,3}车|拉土|运土|渣土车.{0,12}(?:尘|土|撒|洒|盖)|(?:货车|卡车|大车).{0,10}(?:扬尘|盖布|尘土|撒)/gu,
  },
  {
    id: 'air.dust.bare_land',
    weight: 7,
    words: /裸地|裸土|裸露(?:的)?(?:土|地|黄土)|荒地.{0,8}(?:土|尘)|空地.{0,8}(?:土|尘)|黄土裸露/gu,
  },
  {
    id: 'air.dust.construction',
    weight: 5,
    words:
      /(?:工地|施工|拆迁|拆除|土方|拆楼|搅拌站|料场).{0,24}(?:扬尘|尘土|灰尘|粉尘|苫盖|洒水|喷淋|黄土|全是土|都是土|冒烟|灰大|没盖|未盖)|土堆|土方.{0,8}盖/gu,
  },
  {
    id: 'air.dust.road',
    weight: 6,
    words: /(?:道路|马路|路面|路上|车一过|辅路|车过).{0,14}(?:扬尘|尘土|灰尘|全是土|都是土|积尘|土大|灰)|道路扬尘/gu,
  },
  {
    id: 'air.dust.construction',
    weight: 4.5,
    words: /(?:扬尘|尘土|灰尘|粉尘|沙尘|暴土)(?:很|太|特别|挺|满天|飞扬|漫天|大|严重|污染)|施工扬尘/gu,
  },
  { id: 'air.dust.construction', weight: 3, words: /扬尘|尘土|灰尘|粉尘|沙尘|尘埃|暴土/gu },
  {
    id: 'air.nonroad',
    weight: 7,
    words: /(?:挖掘机|铲车|叉车|推土机|装载机|压路机|钩机|吊车|非道路).{0,10}(?:冒|黑烟|尾气|烟)|非道路(?:移动)?机械/gu,
  },
  { id: 'air.vehicle', weight: 6, words: /尾气|怠速|(?:车|公交|货车|卡车|大巴).{0,8}(?:冒黑烟|黑烟|冒烟)|排气管/gu },
  {
    id: 'water.black_odor',
    weight: 6,
    words: /黑臭|(?:河|水|沟|渠|湖).{0,6}(?:发黑|发臭|变黑|黑水|臭|发绿|浑浊|死鱼)|死鱼|臭水/gu,
  },
  {
    id: 'water.discharge',
    weight: 8,
    words:
      /(?:直排|偷排|乱排|排放?|倒|流).{0,4}(?:污水|废水|泔水|脏水|白水|黑水|泥浆|臭水)|(?:污水|废水|泔水|泥浆|脏水).{0,8}(?:排|流|倒|外溢|冒|溢|直排)|排污口|(?:往|向|到).{0,3}(?:河|沟|渠|湖|雨水).{0,3}(?:排|倒|流)(?!.{0,4}(?:垃圾|渣土))|雨污|污水|废水|污染(?:了)?(?:水源|河水|水质|地下水|水库)|水质(?:污染|恶化)/gu,
  },
  { id: 'soil', weight: 6, words: /土壤(?:污染)?|污染土地|毒地|土地污染/gu },
  {
    id: 'ecology',
    weight: 6,
    words: /毁绿|毁林|砍树|砍伐|挖山|盗采|采砂|填湖|填坑|破坏(?:植被|绿地|生态|湿地|林地)|生态破坏|占用?绿地/gu,
  },
  {
    id: 'air.industrial',
    weight: 6,
    words:
      /工业废气|VOCs?|有机废气|(?:厂|车间|企业|印刷|烟囱|锅炉|作坊).{0,16}(?:废气|排放|冒烟|冒黑烟|黑烟|浓烟|毒气|有毒气体)|(?:厂|车间|企业|作坊|石材|家具|木器|板材).{0,10}(?:粉尘|木屑)|废气|烟囱|污染大气|(?:高硫|有害气体|有毒气体)排放/giu,
  },
  {
    id: 'air.odor',
    weight: 5,
    words:
      /异味|臭味|恶臭|酸臭|腥臭|臭气|刺鼻|难闻|臭烘烘|熏人|喷漆味?|油漆味|(?:干洗|洗衣|打印|喷漆|油漆|汽修|美甲|美容|宠物|垃圾|厕所|下水道?|管道|化粪).{0,8}(?:有味|味儿?大|味道|气味|发臭|呛)|漆味|烤漆|干洗味|塑料味|胶味|橡胶味|化学品|药味|沥青味|垃圾味|化粪池|煤气味|怪味|臭(?!小子|美|脸|豆腐|老|男|女|屁|毛病|不要|氧)|馊味|毒气|有毒气体/gu,
  },
  { id: 'air.odor', weight: 2, words: /味儿?(?:很|太|特别|挺|老|好)?(?:大|重|浓|呛)|味道|气味|有味|呛|味儿/gu },
]

/** That something is heard. */
export const NOISE =
  /噪音|噪声|(?<!争)吵(?!架|嘴)|轰鸣|轰隆|嗡嗡|隆隆|哐当|咚咚|(?<![影反音])响(?!应)|声音|动静|低频|震(?!惊|撼)|喧哗|喧闹|嘈杂|鸣笛|叫卖|狗叫|犬吠|跑跳|跺脚|低音炮|广场舞|音响|喇叭|刺耳|吼|嚎|蹦迪|唱歌|(?:钻|琴|鼓|机器|叫|音乐|麻将|敲|锤|敲击|脚步|说话|喧|钟|哭)声|狗.{0,6}叫|弹钢?琴|练琴|拉琴|打鼓|架子鼓|卡拉OK|砸墙|砸地|敲(?:墙|打|地|击)|拖(?:桌|椅|家具)|弹球|扰民/giu
/** Heard only if nothing else is smelt or seen. */
export const WEAK_NOISE = /^(?:扰民|动静|声音|震|响|吼)$/u

/** Where a noise comes from; the first that fits with the highest weight. */
export const NOISE_SOURCES: readonly { id: CategoryId; weight: number; words: RegExp }[] = [
  {
    id: 'noise.shared_facility',
    weight: 6,
    words:
      /电梯|水泵|泵房|变压器|配电|二次供水|换热站|热力站|供暖泵|锅炉房|变电站|地下室.{0,6}(?:机器|设备)|水箱间|消防泵|增压泵|箱变/gu,
  },
  {
    id: 'noise.social.loudspeaker',
    weight: 6,
    words: /广场舞|喇叭|音响|音箱|叫卖|促销|扩音|跳舞|唱戏|街头唱|露天唱|卖唱|甩鞭|陀螺/gu,
  },
  {
    id: 'noise.construction',
    weight: 6,
    words:
      /工地|打桩|浇筑|浇灌|混凝土|渣土车|施工|塔吊|夜施|破碎锤|拆迁|拆除|挖掘机|挖土|土方|修地铁|地铁建设|盖楼|支模|钢筋|卸料|切割|电钻|电锤|电镐/gu,
  },
  {
    id: 'noise.social.neighbour',
    weight: 7,
    words:
      /楼上(?!.{0,4}(?:餐|公司|店|外机|设备|KTV))|邻居|隔壁(?:家|邻居|住户)|装修|跑跳|跺脚|狗叫|养狗|犬吠|弹琴|练琴|钢琴|架子鼓|小孩|孩子.{0,4}(?:跑|跳|闹)|楼下住户|对门|住户.{0,6}(?:吵|闹|唱)|麻将声/gu,
  },
  {
    id: 'noise.social.equipment',
    weight: 6,
    words:
      /空调|外机|风机|油烟机|排烟机|抽油烟|烟机|冷却塔|KTV|酒吧|低音炮|歌厅|歌舞厅|迪厅|夜总会|麻将馆|棋牌|网吧|健身房|冷库|冷柜|压缩机|排风|净化器|制冷|超市|商场|饭馆|饭店|餐厅|火锅|酒店|宾馆|会所|洗浴|球馆|篮球|舞蹈|培训/giu,
  },
  {
    id: 'noise.traffic',
    weight: 5,
    words:
      /高架|高速|快速路|环路|[二三四五六]环|马路|道路|公交|地铁|轻轨|火车|铁路|列车|鸣笛|飙车|炸街|摩托|车流|货车|大车|车辆|汽车|飞机|桥面|井盖|减速带/gu,
  },
  {
    id: 'noise.industrial',
    weight: 5,
    words: /工厂|厂房|车间|空压机|冲压|机床|加工厂|印刷厂|[\u4e00-\u9fff]厂(?!界)|作坊|机器|搅拌站|生产线/gu,
  },
]

/** Work that is heard at night even if nobody says so. */
export const WORK =
  /打桩|浇筑|打混凝土|打灰|夜间施工|夜里施工|半夜施工|凌晨施工|连夜施工|通宵施工|还在施工|施工到|深夜施工|夜施|后半夜.{0,6}(?:干活|施工)|(?:夜里|半夜|凌晨|晚上|深夜|通宵).{0,8}(?:施工|打桩|干活|作业|装卸|卸货)/gu
/** Machines whose name contains another category's word. */
export const MACHINES: readonly [RegExp, string][] = [
  [/抽?油烟机|油烟净化(?:器|设备)|油烟风机|排油烟(?:设备|风机|管道)/gu, '排风机'],
  [/垃圾(?:车|清运车)/gu, '车辆'],
  [/无异味|没有异味|没异味/gu, ''],
]
export const RESTAURANT =
  /饭馆|饭店|餐厅|餐馆|餐饮|火锅|烧烤|烤肉|烤鸭|面馆|面庄|小吃|小馆|快餐|早点|食堂|酒楼|菜馆|拉面|串店|麻辣|川菜|湘菜|饺子|包子铺|烧饼|炸鸡|煎饼|后厨|厨房|烤鱼|美食|小龙虾|粥店|酒家|炒菜/gu

export const INDUSTRY_WORDS: readonly [Industry, RegExp][] = [
  ['汽修', /汽修|修车|汽车维修|汽车修理|4S店|钣金|喷漆房|补胎|洗车/giu],
  ['洗染', /洗衣|干洗|洗染|染坊/gu],
  ['印刷', /印刷|打印店|打印|图文|复印|广告制作|彩印/gu],
  ['加油站', /加油站|油气回收|加气站/gu],
  ['医疗', /医院|诊所|卫生站|卫生服务中心|口腔|医疗|针头|医废/gu],
  ['工地', /工地|施工|打桩|浇筑|塔吊|渣土|拆迁|拆除|土方|裸土|挖掘机|搅拌站|裸地|建筑垃圾|拉土|运土|遗撒/gu],
  ['物业设备', /电梯|水泵|泵房|变压器|配电|换热站|二次供水|锅炉房|供暖|物业|变电站|化粪池/gu],
  [
    '餐饮',
    /饭馆|饭店|餐厅|餐馆|餐饮|火锅|烧烤|烤肉|烤鸭|油烟|面馆|小吃|快餐|早点|食堂|酒楼|菜馆|拉面|串店|夜市|大排档|川菜|湘菜|包子铺|炸鸡|煎饼|后厨|烤鱼|美食/gu,
  ],
  ['市场物流', /市场|物流|货车|仓库|快递|冷库|装卸|批发|商场|超市|货场|卸货/gu],
  ['道路', /道路|马路|路面|高架|高速|环路|公交|地铁|铁路|火车|飙车|路口/gu],
]
