package io.bridgehead.crooked.shelf;

import org.springframework.beans.factory.annotation.Autowired;

class Injected {

    @Autowired private Shelves shelves;

    Shelves shelves() {
        return shelves;
    }
}
