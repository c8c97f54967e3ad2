package io.bridgehead.gateway.misplaced;

import io.bridgehead.elsewhere.Thing;

final class LeansOnAnother {

    private final Thing thing = new Thing();

    Thing thing() {
        return thing;
    }
}
