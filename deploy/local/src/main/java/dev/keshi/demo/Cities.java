package dev.keshi.demo;

/** Cities of China, and Chinese ordinals for the second and third unit of the same kind in one of them. */
final class Cities {

    private static final String[] NAMES = """
            苏州Suzhou 武汉Wuhan 成都Chengdu 广州Guangzhou 杭州Hangzhou 西安Xian 南京Nanjing 重庆Chongqing 青岛Qingdao 长沙Changsha \
            宁波Ningbo 合肥Hefei 郑州Zhengzhou 佛山Foshan 无锡Wuxi 福州Fuzhou 济南Jinan 东莞Dongguan 沈阳Shenyang 昆明Kunming \
            大连Dalian 厦门Xiamen 泉州Quanzhou 南通Nantong 温州Wenzhou 常州Changzhou 徐州Xuzhou 绍兴Shaoxing 烟台Yantai 潍坊Weifang \
            石家庄Shijiazhuang 哈尔滨Harbin 长春Changchun 南昌Nanchang 贵阳Guiyang 南宁Nanning 太原Taiyuan 兰州Lanzhou 扬州Yangzhou \
            盐城Yancheng 台州Taizhou 嘉兴Jiaxing 金华Jinhua 芜湖Wuhu 洛阳Luoyang 襄阳Xiangyang 宜昌Yichang 岳阳Yueyang 珠海Zhuhai \
            惠州Huizhou 中山Zhongshan 湛江Zhanjiang 柳州Liuzhou 桂林Guilin 海口Haikou 遵义Zunyi 绵阳Mianyang 宝鸡Baoji 咸阳Xianyang \
            乌鲁木齐Urumqi 银川Yinchuan 西宁Xining 呼和浩特Hohhot 包头Baotou 唐山Tangshan 保定Baoding 廊坊Langfang 临沂Linyi 淄博Zibo 威海Weihai\
            """.strip().split("\\s+");
    private static final String DIGITS = "零一二三四五六七八九十";

    private Cities() {}

    record City(String chinese, String english) {}

    static City name(int number) {
        var entry = NAMES[number % NAMES.length];
        int latin = 0;
        while (entry.charAt(latin) > 127) {
            latin++;
        }
        int round = number / NAMES.length + 1;
        var suffix = round == 1 ? "" : "第" + ordinal(round);
        return new City(
                entry.substring(0, latin) + suffix, entry.substring(latin) + (round == 1 ? "" : " No. " + round));
    }

    /** 1 to 99 in Chinese. */
    static String ordinal(int number) {
        if (number <= 10) {
            return DIGITS.substring(number, number + 1);
        }
        var tens = number / 10 == 1 ? "" : DIGITS.substring(number / 10, number / 10 + 1);
        return tens + "十" + (number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1));
    }
}
