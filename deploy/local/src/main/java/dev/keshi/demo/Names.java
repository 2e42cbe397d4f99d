package dev.keshi.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Chinese names about as frequent as they are, with their pinyin; and login names that nobody shares. */
final class Names {

    /** Surnames with their share in ten thousand (the hundred most frequent, rounded). */
    private static final String SURNAMES = """
            王wang720 李li720 张zhang680 刘liu540 陈chen450 杨yang310 赵zhao210 黄huang220 周zhou190 吴wu200 \
            徐xu150 孙sun140 胡hu120 朱zhu120 高gao110 林lin110 何he110 郭guo110 马ma110 罗luo90 \
            梁liang90 宋song80 郑zheng90 谢xie80 韩han70 唐tang70 冯feng60 于yu60 董dong60 萧xiao60 \
            程cheng60 曹cao60 袁yuan50 邓deng60 许xu60 傅fu50 沈shen50 曾zeng50 彭peng50 吕lv50 \
            苏su50 卢lu50 蒋jiang50 蔡cai50 贾jia40 丁ding40 魏wei40 薛xue40 叶ye40 阎yan40 \
            余yu40 潘pan40 杜du40 戴dai40 夏xia40 钟zhong40 汪wang40 田tian40 任ren40 姜jiang40 \
            范fan40 方fang40 石shi40 姚yao40 谭tan40 廖liao30 邹zou30 熊xiong30 金jin30 陆lu30 \
            郝hao30 孔kong30 白bai30 崔cui30 康kang30 毛mao30 邱qiu30 秦qin30 江jiang30 史shi30 \
            顾gu30 侯hou30 邵shao30 孟meng30 龙long30 万wan30 段duan20 雷lei20 钱qian20 汤tang20 \
            尹yin20 黎li20 易yi20 常chang20 武wu20 乔qiao20 贺he20 赖lai20 龚gong20 文wen20\
            """;

    private static final String WOMEN = """
            芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 秀xiu 英ying 玲ling 燕yan 红hong 梅mei 莉li 洁jie 婷ting 雪xue \
            琳lin 晶jing 颖ying 倩qian 佳jia 慧hui 欣xin 怡yi 雨yu 思si 梦meng 瑶yao 璐lu 萍ping 蕾lei 薇wei 菲fei 蓉rong \
            晓xiao 文wen 春chun 兰lan 凤feng 云yun 桂gui 淑shu 玉yu 素su 彩cai 爱ai 诗shi 雅ya 涵han 妍yan 悦yue 宁ning 冰bing\
            """;

    private static final String MEN = """
            伟wei 强qiang 磊lei 军jun 洋yang 勇yong 杰jie 涛tao 超chao 明ming 刚gang 平ping 辉hui 鹏peng 华hua 飞fei 鑫xin 波bo \
            斌bin 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 帅shuai 旭xu 宁ning 龙long 林lin 建jian 国guo 志zhi 海hai 文wen 晓xiao \
            天tian 子zi 永yong 立li 德de 振zhen 荣rong 东dong 成cheng 佳jia 嘉jia 家jia 庆qing 学xue 光guang 瑞rui 泽ze 博bo\
            """;

    private final RandomGenerator random;
    private final List<Syllable> surnames = new ArrayList<>();
    private final int[] sums;
    private final List<Syllable> women = syllables(WOMEN);
    private final List<Syllable> men = syllables(MEN);
    private final Map<String, Integer> loginNames = new HashMap<>();

    private record Syllable(String character, String pinyin) {}

    /** A name and the login name that was made of it. */
    record Name(String chinese, String loginName) {}

    Names(RandomGenerator random, List<String> takenLoginNames) {
        this.random = random;
        takenLoginNames.forEach(name -> loginNames.put(name, 1));
        var entries = SURNAMES.strip().split("\\s+");
        this.sums = new int[entries.length];
        int sum = 0;
        for (int i = 0; i < entries.length; i++) {
            var pinyin = entries[i].substring(1).replaceAll("\\d", "");
            surnames.add(new Syllable(entries[i].substring(0, 1), pinyin));
            sum += Integer.parseInt(entries[i].substring(1 + pinyin.length()));
            sums[i] = sum;
        }
    }

    Name next() {
        var surname = surname();
        var given = random.nextInt(100) < 49 ? women : men;
        var first = given.get(random.nextInt(given.size()));
        if (random.nextInt(100) < 15) {
            return named(surname.character() + first.character(), surname.pinyin() + '.' + first.pinyin());
        }
        var second = given.get(random.nextInt(given.size()));
        return named(
                surname.character() + first.character() + second.character(),
                surname.pinyin() + '.' + first.pinyin() + second.pinyin());
    }

    private Name named(String chinese, String pinyin) {
        int bearers = loginNames.merge(pinyin, 1, Integer::sum);
        return new Name(chinese, bearers == 1 ? pinyin : pinyin + bearers);
    }

    private Syllable surname() {
        int at = random.nextInt(sums[sums.length - 1]);
        for (int i = 0; ; i++) {
            if (at < sums[i]) {
                return surnames.get(i);
            }
        }
    }

    private static List<Syllable> syllables(String text) {
        var all = new ArrayList<Syllable>();
        for (var entry : text.strip().split("\\s+")) {
            all.add(new Syllable(entry.substring(0, 1), entry.substring(1)));
        }
        return all;
    }
}
