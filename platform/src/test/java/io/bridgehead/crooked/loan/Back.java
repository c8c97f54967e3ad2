package io.bridgehead.crooked.loan;

import io.bridgehead.crooked.shelf.There;

public class Back {

    static There there() {
        return new There();
    }
}
