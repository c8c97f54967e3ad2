package io.bridgehead.platform.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaNamesTest {

    private final SchemaNames names = new SchemaNames();

    @Test
    void whatIsInsideAControllerIsNamedAfterIt() {
        assertThat(names.getNameOfClass(ParcelController.Answer.class)).isEqualTo("ParcelAnswer");
        assertThat(names.getNameOfClass(ParcelController.Row.Cell.class))
                .isEqualTo("ParcelRowCell");
    }

    @Test
    void whatBearsTheNameAlreadyKeepsIt() {
        assertThat(names.getNameOfClass(ParcelController.ParcelBody.class)).isEqualTo("ParcelBody");
        assertThat(names.getNameOfClass(SchemaNamesTest.class)).isEqualTo("SchemaNamesTest");
    }
}
