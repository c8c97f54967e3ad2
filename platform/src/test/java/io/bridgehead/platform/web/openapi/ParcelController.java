package io.bridgehead.platform.web.openapi;

/// A controller's outside, with what it takes and answers.
final class ParcelController {

    private ParcelController() {}

    record Answer() {}

    record ParcelBody() {}

    record Row() {

        record Cell() {}
    }
}
