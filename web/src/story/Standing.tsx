import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Unit } from "../language/Saying";

function Figure({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

/** The figures that the status was judged by. */
export function Standing({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const number = (value: number | null) =>
        value === null ? <span aria-label={t("none")}>–</span> : format.number(value);
    const isMilestone = story.measure === "milestone";
    return (
        <section aria-labelledby="standing-heading">
            <h2 id="standing-heading">{t("story.standing")}</h2>
            <dl className="standing">
                {!isMilestone && (
                    <>
                        <Figure name={t("target.actual")}>{number(story.actual)}</Figure>
                        {story.activity !== null && (
                            <Figure name={t("target.verified")}>{number(story.verified)}</Figure>
                        )}
                        <Figure name={t("target.expected")}>{number(story.expected)}</Figure>
                        <Figure name={t("target.promised")}>
                            {story.value === null || story.value === "open" ? (
                                <span className="open-mark">{t("open")}</span>
                            ) : (
                                <>
                                    {format.decimal(story.value)}{" "}
                                    <Unit unit={story.unit ?? ""} />
                                </>
                            )}
                        </Figure>
                        {story.ratio !== null && (
                            <Figure name={t("story.ratio")}>{format.number(story.ratio)}</Figure>
                        )}
                    </>
                )}
                {story.judged_on !== null && (
                    <Figure name={t("story.judgedOn")}>{format.shortDay(story.judged_on)}</Figure>
                )}
                <Figure name={t("target.due")}>
                    {story.due === null || story.due === "open" ? (
                        <span className="open-mark">{t("open")}</span>
                    ) : (
                        format.period(story.due)
                    )}
                </Figure>
            </dl>
        </section>
    );
}
