package io.bridgehead.registration.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.RegistrationSlice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegistrationSlice
class CityControllerTest {

    @Autowired MockMvcTester mvc;

    @Test
    void anyoneReadsWhichCitiesTakePart() {
        assertThat(mvc.get().uri("/api/v1/cities"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [
                          {"code": "qz", "division": "330800", "name": {"zh": "衢州", "en": "Quzhou"}},
                          {"code": "sr", "division": "361100", "name": {"zh": "上饶", "en": "Shangrao"}},
                          {"code": "hs", "division": "341000", "name": {"zh": "黄山", "en": "Huangshan"}},
                          {"code": "np", "division": "350700", "name": {"zh": "南平", "en": "Nanping"}}]}
                        """);
    }

    @Test
    void twoCitiesOfOneCodeAreRefusedAtStart() {
        City city = new City("qz", "330800", new BilingualText("衢州", "Quzhou"));

        assertThatThrownBy(() -> new CitySettings(List.of(city, city)))
                .hasMessageContaining("the same code");
    }
}
