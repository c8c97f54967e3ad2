package io.bridgehead.platform.crooked;

import io.bridgehead.upright.shelf.Shelves;

class Leaning {

    int onAService(Shelves theirs) {
        return theirs.all().size();
    }
}
