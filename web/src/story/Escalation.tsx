import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { labelOf } from "../language/words";

/** The steps that a late report climbs, each with its day. */
export function Escalation({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (story.escalation.length === 0) return null;
    return (
        <section aria-labelledby="escalation-heading">
            <h2 id="escalation-heading">{t("story.escalation")}</h2>
            {story.overdue_period !== null && (
                <p className="hint">
                    {t("story.escalationHint", { period: format.period(story.overdue_period) })}
                </p>
            )}
            <ol className="steps">
                {story.escalation.map(({ to, on }) => (
                    <li key={to} data-reached={on <= story.as_of || undefined}>
                        <strong>{t(`word.${to}`, labelOf(to))}</strong>
                        <span>{format.shortDay(on)}</span>
                    </li>
                ))}
            </ol>
        </section>
    );
}
