package io.bridgehead.platform.privacy;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people see of a name, a number or an address who may not see all of it: enough to recognise
/// someone they know, too little to reach someone they do not.
public final class Masking {

    private static final String HIDDEN = "***";

    /// Surnames of two characters, from 百家姓 and from those in use today, with their traditional forms.
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of(
                    """
                    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台
                    皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘
                    子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐
                    段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 南荣 东里 东宫 即墨 达奚
                    歐陽 司馬 東方 獨孤 南宮 萬俟 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 長孫
                    鮮于 閭丘 子車 巫馬 顓孫 壤駟 樂正 穀梁 夾谷 軒轅 東郭 南門 西門 東里
                    """
                            .strip()
                            .split("\\s+"));

    private static final Pattern SEPARATORS = Pattern.compile("[^0-9]");

    /// With the country's code or without.
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("(?:(?:00)?86)?(1[3-9]\\d{9})");

    private static final int SHORTEST_NUMBER = 7;

    private Masking() {}

    /// A name in Chinese characters keeps the surname, and the last character where there is another
    /// between them: 王*木, 王*, 欧阳*. Of any other name each word keeps its first letter: J*** S***.
    public static String name(String clear) {
        String joined = clear.replaceAll("\\s+", "");
        if (joined.codePoints().allMatch(c -> isHan(c) || c == '·')) {
            return Arrays.stream(joined.split("·"))
                    .map(Masking::hanName)
                    .collect(Collectors.joining("·"));
        }
        return Arrays.stream(clear.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN)
                .collect(Collectors.joining(" "));
    }

    private static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }

    private static String hanName(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length < 2) {
            return "*".repeat(characters.length);
        }
        boolean compound =
                characters.length > 2 && COMPOUND_SURNAMES.contains(new String(characters, 0, 2));
        int surname = compound ? 2 : 1;
        int hidden = Math.max(1, characters.length - surname - 1);
        int shown = surname + hidden;
        return new String(characters, 0, surname)
                + "*".repeat(hidden)
                + new String(characters, shown, characters.length - shown);
    }

    /// A mobile number of the mainland keeps its network and its last four digits: 138****1234. Any
    /// other number keeps its last two: ****56.
    public static String phone(String clear) {
        String digits = SEPARATORS.matcher(clear).replaceAll("");
        Matcher mobile = MAINLAND_MOBILE.matcher(digits);
        if (mobile.matches()) {
            String number = mobile.group(1);
            return number.substring(0, 3) + "****" + number.substring(7);
        }
        return digits.length() < SHORTEST_NUMBER
                ? "****"
                : "****" + digits.substring(digits.length() - 2);
    }

    /// Keeps the first letter and the domain: w***@example.org.
    public static String email(String clear) {
        int at = clear.lastIndexOf('@');
        return at < 1
                ? HIDDEN
                : clear.substring(0, clear.offsetByCodePoints(0, 1)) + HIDDEN + clear.substring(at);
    }
}
