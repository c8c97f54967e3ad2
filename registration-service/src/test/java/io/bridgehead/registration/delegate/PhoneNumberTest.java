package io.bridgehead.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13900001007, 13900001007",
        "' 139 0000 1007 ', 13900001007",
        "139-0000-1007, 13900001007",
        "139\u20110000\u20111007, 13900001007",
        "+8613900001007, 13900001007",
        "+86 (139) 0000-1007, 13900001007",
        "008613900001007, 13900001007",
        "8613900001007, 13900001007",
        "１３９００００１００７, 13900001007",
        "＋８６\u3000１３９００００１００７, 13900001007",
        "+852 6123 4567, +85261234567",
        "0085261234567, +85261234567",
        "+886 912 345 678, +886912345678"
    })
    void hasOneFormHoweverItIsWritten(String written, String expected) {
        assertThat(PhoneNumber.parse(written)).hasValue(new PhoneNumber(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1390000123",
                "139000010070",
                "12900001007",
                "+861390000100",
                "0570-3081234",
                "1.39E10",
                "手机",
                "13900001007 转 2",
                "+0123456789"
            })
    void refusesWhatIsNoMobileNumber(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void doesNotShowItself() {
        assertThat(new PhoneNumber("13900001007").toString()).doesNotContain("1007");
    }
}
