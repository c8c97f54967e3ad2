package io.bridgehead.crooked.shelf;

import io.bridgehead.crooked.loan.Back;

public class There {

    static Back back() {
        return new Back();
    }
}
