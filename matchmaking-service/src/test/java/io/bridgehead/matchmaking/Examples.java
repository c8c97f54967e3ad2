package io.bridgehead.matchmaking;

import io.bridgehead.matchmaking.offer.Side;

/// Organisations of the samples, and what others say about them.
public final class Examples {

    public static final String EDITION = "2025-quzhou";

    /// An enterprise of Shangrao.
    public static final String LITHIUM = "91361100MAEX001173";

    /// An institute of Quzhou.
    public static final String INSTITUTE = "12330800MBEX00014N";

    /// A fund of Quzhou.
    public static final String FUND = "91330800MAEX0007X3";

    /// An enterprise of Nanping.
    public static final String FLUORINE = "91350700MAEX0031X1";

    /// The one in the events' samples.
    public static final String DELEGATE = "3f0c6d0e-5f0a-8a51-9d3e-6f1b0a7c2d11";

    /// The one in the events' samples.
    public static final String MEETING = "c1f7a9d2-0b3e-8c44-8f5a-7d2e9b6a4c21";

    public static final Side LITHIUM_SIDE = new Side("sr", LITHIUM, "上饶锂电材料有限公司（示例）", DELEGATE);

    public static final Side INSTITUTE_SIDE =
            new Side("qz", INSTITUTE, "浙江大学衢州研究院", "5a1e8c7b-2d4f-8e90-b1a2-c3d4e5f60722");

    public static final Side FUND_SIDE =
            new Side("qz", FUND, "衢州产业基金", "6b2f9d8c-3e5a-8fa1-82b3-d4e5f6071833");

    private Examples() {}

    /// @param millions of yuan
    public static Money yuan(double millions) {
        return new Money(Math.round(millions * 100_000_000), "CNY");
    }
}
