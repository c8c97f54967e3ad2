package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Terms;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The document that the parties sign: plain text, the same to the byte whenever it is made from the
/// same record, by later releases too, for a draft is held against it before anybody signs. Its own
/// digest is not in it.
final class DocumentText {

    /// 甲方, 乙方, 丙方 …: the heavenly stems that parties are counted by.
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

    static final int MOST_PARTIES = STEMS.length();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

    private DocumentText() {}

    static String of(String id, Origin origin, String title, Terms terms, List<Party> parties) {
        return """
        %s

        协议编号：%s
        活动届次：%s
        洽谈编号：%s
        意向编号：%s
        意向记录时间：%s（北京时间）

        协议名称：%s

        %s
        一、合作内容
        %s

        二、金额
        　　%s

        三、签署
        　　各方签署人以本文件全文的 SHA-256 摘要为签署对象。全部当事方签署后，平台以服务密钥封存记录，此后的任何改动均可查验。
        """
                .formatted(
                        terms.kind().heading(),
                        id,
                        oneLine(origin.edition()),
                        oneLine(origin.meeting()),
                        oneLine(origin.intent()),
                        TIME.format(origin.recordedAt()),
                        oneLine(title),
                        parties(parties),
                        indented(terms.summary()),
                        terms.amount() == null ? "本协议未约定金额。" : terms.amount().inWords());
    }

    private static String parties(List<Party> parties) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            text.append(
                    "%s方：%s\n统一社会信用代码：%s\n\n"
                            .formatted(
                                    STEMS.charAt(i),
                                    oneLine(party.organisationName()),
                                    oneLine(party.organisation())));
        }
        return text.toString().stripTrailing() + "\n";
    }

    /// A line break in a name would let it pass for a line of the document's own.
    private static String oneLine(String text) {
        return LINE_BREAKS.matcher(text.strip()).replaceAll(" ");
    }

    /// Free text stands two ideographic spaces in, and so cannot pass for the document's own lines.
    private static String indented(String text) {
        return LINE_BREAKS
                .splitAsStream(text.strip())
                .map(line -> "　　" + line.strip())
                .collect(Collectors.joining("\n"));
    }
}
