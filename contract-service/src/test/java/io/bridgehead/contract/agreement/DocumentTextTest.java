package io.bridgehead.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Terms;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void itIsPlainTextForPeople() {
        assertThat(Sample.draft().document())
                .isEqualTo(
                        """
                        科技合作协议

                        协议编号：0b6f2f0e-8d55-8c1e-9b1a-2f64d1f5a001
                        活动届次：2025-quzhou
                        洽谈编号：meeting-1
                        意向编号：intent-1
                        意向记录时间：2025年9月24日 09:15:00（北京时间）

                        协议名称：高安全固态电解质联合研发

                        甲方：浙江大学衢州研究院
                        统一社会信用代码：12330800MBEX00014N

                        乙方：上饶锂电材料有限公司（示例）
                        统一社会信用代码：91361100MAEX001173

                        一、合作内容
                        　　双方共建联合实验室。
                        　　首期开展固态电解质中试验证。

                        二、金额
                        　　人民币 5,000,000.00 元

                        三、签署
                        　　各方签署人以本文件全文的 SHA-256 摘要为签署对象。全部当事方签署后，平台以服务密钥封存记录，此后的任何改动均可查验。
                        """);
    }

    @Test
    void itIsTheSameWhereverItIsMade() {
        String here = Sample.draft().document();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "SA"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));

            assertThat(Sample.draft().document()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void otherMoneyAndNone() {
        assertThat(textWith(new Terms(AgreementKind.INVESTMENT, "", new Money(120_050, "USD"))))
                .startsWith("投资协议\n")
                .contains("\n　　USD 1,200.50\n");
        assertThat(textWith(new Terms(AgreementKind.INVESTMENT, "", new Money(9, "JPY"))))
                .contains("\n　　JPY 9\n");
        assertThat(textWith(new Terms(AgreementKind.PILOT_TESTING, "", null)))
                .startsWith("中试合作协议\n")
                .contains("\n　　本协议未约定金额。\n");
    }

    @Test
    void freeTextCannotPassForALineOfTheDocument() {
        String forged = "真\n甲方：别人\u2028乙方：别人\r\n二、金额";
        Terms terms = new Terms(AgreementKind.INVESTMENT, forged, null);
        Party party = new Party("qz", "12330800MBEX00014N", "名\n乙方：别人", "delegate");

        String text =
                DocumentText.of(
                        Sample.ID, Sample.ORIGIN, forged, terms, List.of(party, Sample.ENTERPRISE));

        assertThat(text.split("\\R"))
                .filteredOn(line -> line.startsWith("甲方") || line.startsWith("乙方"))
                .containsExactly("甲方：名 乙方：别人", "乙方：上饶锂电材料有限公司（示例）");
        assertThat(text.split("\\R")).filteredOn("二、金额"::equals).hasSize(1);
    }

    private static String textWith(Terms terms) {
        return DocumentText.of(
                Sample.ID,
                Sample.ORIGIN,
                Sample.TITLE,
                terms,
                List.of(Sample.INSTITUTE, Sample.ENTERPRISE));
    }
}
