import { useTranslation } from "react-i18next";

import type { Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";

/** How the plan of this target was changed, by whose decision and why. */
export function Amendments({ story }: { story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    const amendments = story.amendments ?? [];
    if (amendments.length === 0) return null;
    return (
        <section aria-labelledby="amendments-heading">
            <h2 id="amendments-heading">{t("story.amendments")}</h2>
            <ol className="events">
                {amendments.map((one) => (
                    <li key={one.seq}>
                        <span className="event-day">{format.shortDay(one.effective_on)}</span>
                        <span>
                            <Printed>{one.change}</Printed>
                            <span className="event-claim">
                                {t("story.reason")}: <Printed>{one.reason}</Printed>
                                {" · "}
                                {t("story.decision")}: <Printed>{one.decision}</Printed>
                            </span>
                        </span>
                        <PlaceLink to={`/journal/${one.seq}`}>
                            {t("story.entry", { seq: one.seq })}
                        </PlaceLink>
                    </li>
                ))}
            </ol>
        </section>
    );
}
