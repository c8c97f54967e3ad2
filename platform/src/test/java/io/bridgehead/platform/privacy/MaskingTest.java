package io.bridgehead.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "王小木, 王*木",
        "王木, 王*",
        "王, *",
        "' 王 小木 ', 王*木",
        "欧阳修, 欧阳*",
        "欧阳娜娜, 欧阳*娜",
        "歐陽修, 歐陽*",
        "东方, 东*",
        "阿依古丽, 阿**丽",
        "买买提·艾力, 买*提·艾*",
        "𠮷田中, 𠮷*中",
        "John Smith, J*** S***",
        "'  john   s ', j*** s***",
        "Jean-Luc Picard, J*** P***",
        "김철수, 김***",
        "李Smith, 李***",
        "'', ''",
        "' ', ''",
        "·, ''",
    })
    void names(String clear, String masked) {
        assertThat(Masking.name(clear)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13800131234, 138****1234",
        "138 0013 1234, 138****1234",
        "+86 138-0013-1234, 138****1234",
        "008613800131234, 138****1234",
        "0570-3012345, ****45",
        "+49 30 123456, ****56",
        "12800131234, ****34",
        "110, ****",
        "'', ****",
    })
    void phones(String clear, String masked) {
        assertThat(Masking.phone(clear)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "wang.xiaomu@example.org, w***@example.org",
        "w@example.org, w***@example.org",
        "@example.org, ***",
        "nobody, ***",
        "'', ***",
    })
    void emails(String clear, String masked) {
        assertThat(Masking.email(clear)).isEqualTo(masked);
    }
}
