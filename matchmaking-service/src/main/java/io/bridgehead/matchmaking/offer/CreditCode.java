package io.bridgehead.matchmaking.offer;

/// Unified social credit codes, 统一社会信用代码, as GB 32100-2015 defines them: 17 characters and a check
/// character over all of them. It matters here because a conflict that is declared with a slip of the
/// pen would keep nobody apart.
final class CreditCode {

    /// The standard leaves out I, O, S, V and Z, which look like others.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    /// The weight of the i-th character is 3^i modulo 31 (GB 32100-2015, 4.5).
    private static final int BASE = 3;

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * BASE % ALPHABET.length();
        }
        return code.charAt(LENGTH - 1) == ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
    }
}
