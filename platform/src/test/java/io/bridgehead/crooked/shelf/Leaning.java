package io.bridgehead.crooked.shelf;

import io.bridgehead.upright.shelf.Shelves;

class Leaning {

    int onAnotherService(Shelves theirs) {
        return theirs.all().size();
    }
}
