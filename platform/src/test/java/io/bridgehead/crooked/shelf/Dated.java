package io.bridgehead.crooked.shelf;

import java.util.Date;

class Dated {

    @SuppressWarnings("JavaUtilDate")
    long millis(Date date) {
        return date.getTime();
    }
}
