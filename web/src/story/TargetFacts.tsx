import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { documentTitle, planOf } from "../data/planDocument";
import { usePlan } from "../data/queries";
import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { labelOf } from "../language/words";

interface Fact {
    name: string;
    value: ReactNode;
}

/** What the plan says of the target. An open field is shown as open; the note says why. */
export function TargetFacts({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const view = usePlan().data;
    const plan = view === undefined ? undefined : planOf(view);
    const facts: Fact[] = [];

    // Absent (undefined or null) is left out: a milestone has no value; open is never left out.
    const add = (name: string, text: string | null | undefined, show?: (text: string) => ReactNode) => {
        if (text === null || text === undefined || text === "") return;
        const value =
            text === "open" ? (
                <span className="open-mark">{t("open")}</span>
            ) : show ? (
                show(text)
            ) : (
                <Printed>{text}</Printed>
            );
        facts.push({ name, value });
    };
    const inWords = (text: string) => t(`word.${text}`, labelOf(text));
    const withUnit = (text: string) => (
        <>
            {format.decimal(text)} <Unit unit={story.unit ?? ""} />
        </>
    );

    add(t("story.measure"), story.measure, (text) => t(`measure.${text}`, labelOf(text)));
    add(t("target.value"), story.value, withUnit);
    add(t("target.baseline"), story.baseline, withUnit);
    if (story.measure !== "milestone") add(t("story.direction"), story.direction, inWords);
    add(t("target.due"), story.due, (text) => format.period(text));
    if (story.path !== undefined && story.path.length > 0)
        facts.push({
            name: t("story.path"),
            value: story.path
                .map(({ at, value }) => `${format.period(at)}: ${format.number(value)}`)
                .join(" · "),
        });
    add(t("story.population"), story.population);
    add(t("story.question"), story.question);
    add(t("story.verification"), story.verification);
    add(t("story.verifier"), story.verifier);
    add(t("story.kind"), story.kind, inWords);
    if (story.activity !== null) add(t("story.lead"), story.lead_name ?? story.lead ?? "open");
    if (story.support !== undefined && story.support.length > 0)
        facts.push({
            name: t("story.support"),
            value: <Printed>{story.support.map(({ name }) => name).join(", ")}</Printed>,
        });
    add(t("story.indicator"), story.indicator_title);
    add(t("story.definition"), story.definition);
    add(t("outcome.scope"), story.scope);
    add(t("outcome.period"), story.period, (text) => format.period(text));
    // Our own thresholds have no document; their origin is said above the statement.
    if (story.origin_source !== undefined && story.origin_source !== "own")
        add(t("story.source"), documentTitle(plan, story.origin_source));

    return (
        <section aria-labelledby="facts-heading">
            <h2 id="facts-heading">{t("story.facts")}</h2>
            <dl className="facts">
                {facts.map(({ name, value }) => (
                    <div key={name} className="facts-row">
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
            </dl>
            {story.note !== "" && (
                <div className="note">
                    <h3>{t("story.note")}</h3>
                    <Printed block>{story.note}</Printed>
                </div>
            )}
            {story.activity_note !== undefined && story.activity_note !== "" && (
                <div className="note">
                    <h3>{t("story.activityNote")}</h3>
                    <Printed block>{story.activity_note}</Printed>
                </div>
            )}
        </section>
    );
}
