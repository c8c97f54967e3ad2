package io.bridgehead.registration.industry;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.registration.RegistrationSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegistrationSlice
class IndustryControllerTest {

    @Autowired MockMvcTester mvc;

    @Test
    void anyoneReadsTheTaxonomy() {
        var answer = assertThat(mvc.get().uri("/api/v1/industries")).hasStatusOk().bodyJson();

        answer.extractingPath("$.version").isEqualTo(1);
        answer.extractingPath("$.items[1]")
                .asMap()
                .containsEntry("code", "newMaterials.fluorosilicon")
                .containsEntry("parent", "newMaterials")
                .containsKeys("name", "gbt4754");
        answer.extractingPath("$.items[0]").asMap().doesNotContainKey("parent");
    }
}
