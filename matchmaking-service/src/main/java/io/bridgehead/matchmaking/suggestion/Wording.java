package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.BilingualText;
import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Taxonomy;
import io.bridgehead.matchmaking.registration.Taxonomy.Kinship;
import io.bridgehead.matchmaking.suggestion.Reason.Code;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says the reasons of a match in both languages, with the names that people know.
final class Wording {

    private final Taxonomy taxonomy;
    private final Edition edition;

    Wording(Taxonomy taxonomy, Edition edition) {
        this.taxonomy = taxonomy;
        this.edition = edition;
    }

    /// @param best the project's industries that are nearest
    /// @param all how many industries the project has
    Reason industry(Kinship kinship, int points, List<String> best, int all) {
        String zh = names(best, BilingualText::zh, "、");
        String en = names(best, BilingualText::en, ", ");
        String ofAllZh = all == 1 ? "" : "（项目 %d 个领域中的 %d 个）".formatted(all, best.size());
        String ofAllEn = all == 1 ? "" : " (%d of the project's %d)".formatted(best.size(), all);
        return switch (kinship) {
            case SAME ->
                    new Reason(
                            Code.INDUSTRY_SAME,
                            points,
                            "领域一致：" + zh + ofAllZh,
                            "Same industry: " + en + ofAllEn);
            case PARENT_AND_CHILD ->
                    new Reason(
                            Code.INDUSTRY_PARENT_OR_CHILD,
                            points,
                            "领域上下相承：" + zh + ofAllZh,
                            "Industry above or below: " + en + ofAllEn);
            case SIBLINGS ->
                    new Reason(
                            Code.INDUSTRY_SIBLING,
                            points,
                            "领域相邻：" + zh + ofAllZh,
                            "Neighbouring industry: " + en + ofAllEn);
            case NONE -> throw new IllegalArgumentException("two without a common industry");
        };
    }

    private String names(
            List<String> codes, Function<BilingualText, String> language, String separator) {
        return codes.stream()
                .map(taxonomy::name)
                .map(language)
                .collect(Collectors.joining(separator));
    }

    /// @param nearest of the mandate's stages
    Reason stage(Code code, int points, Stage stage, Stage nearest) {
        return code == Code.STAGE_IN_MANDATE
                ? new Reason(
                        code,
                        points,
                        "阶段符合：" + name(stage).zh(),
                        "Stage in the mandate: " + name(stage).en())
                : new Reason(
                        code,
                        points,
                        "%s：项目为%s，投资方向最近的为%s"
                                .formatted(
                                        code == Code.STAGE_ADJACENT ? "阶段相邻" : "阶段不符",
                                        name(stage).zh(),
                                        name(nearest).zh()),
                        "%s: the project is at %s, the mandate's nearest is %s"
                                .formatted(
                                        code == Code.STAGE_ADJACENT
                                                ? "Neighbouring stage"
                                                : "Stage outside the mandate",
                                        name(stage).en(),
                                        name(nearest).en()));
    }

    private static BilingualText name(Stage stage) {
        return switch (stage) {
            case SEED -> new BilingualText("种子轮", "seed");
            case ANGEL -> new BilingualText("天使轮", "angel");
            case PRE_A -> new BilingualText("Pre-A轮", "pre-A");
            case A -> new BilingualText("A轮", "series A");
            case B -> new BilingualText("B轮", "series B");
            case GROWTH -> new BilingualText("成长期", "growth");
        };
    }

    Reason ask(Code code, int points, Money ask, Mandate mandate) {
        Money from = mandate.ticketFrom();
        Money to = mandate.ticketTo();
        String zh = "需求 %s，单笔 %s 至 %s".formatted(Amounts.zh(ask), Amounts.zh(from), Amounts.zh(to));
        String en =
                "asks %s, tickets %s to %s"
                        .formatted(Amounts.en(ask), Amounts.en(from), Amounts.en(to));
        return switch (code) {
            case ASK_INSIDE ->
                    new Reason(code, points, "金额在投资范围内：" + zh, "Amount within the tickets: " + en);
            case ASK_PARTLY ->
                    new Reason(
                            code,
                            points,
                            "金额可部分满足（%d%%）：%s".formatted(percent(to, ask), zh),
                            "Amount covered in part (%d%%): %s".formatted(percent(to, ask), en));
            case ASK_ABOVE ->
                    new Reason(code, points, "金额高于投资范围：" + zh, "Amount above the tickets: " + en);
            case ASK_BELOW ->
                    new Reason(code, points, "金额低于投资范围：" + zh, "Amount below the tickets: " + en);
            case ASK_IN_OTHER_CURRENCY ->
                    new Reason(code, points, "币种不同，无法比较：" + zh, "Amounts in two currencies: " + en);
            default -> throw new IllegalArgumentException("not about the ask: " + code);
        };
    }

    private static long percent(Money part, Money whole) {
        return Math.round(100.0 * part.amount() / whole.amount());
    }

    Reason capacity(Code code, int points, int free, int all) {
        return free > 0
                ? new Reason(
                        code,
                        points,
                        "有空余中试名额：%d / %d".formatted(free, all),
                        "Places free: %d of %d".formatted(free, all))
                : new Reason(
                        code,
                        points,
                        "中试名额已满：共 %d".formatted(all),
                        "No place free: all %d are taken".formatted(all));
    }

    Reason city(Code code, int points, String here, String there) {
        BilingualText one = edition.nameOf(here);
        BilingualText other = edition.nameOf(there);
        return code == Code.CITY_SAME
                ? new Reason(code, points, "同城：" + one.zh(), "Within one city: " + one.en())
                : new Reason(
                        code,
                        points,
                        "跨城合作：%s—%s".formatted(one.zh(), other.zh()),
                        "Across cities: %s and %s".formatted(one.en(), other.en()));
    }
}
