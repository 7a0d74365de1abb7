import { useTranslation } from "react-i18next";

import type { Judgement } from "../data/types";
import { Printed } from "../language/Printed";
import { Saying } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";
import { waitingFor } from "./arrange";

/** What the council would have to decide, grouped and counted. */
export function Decisions({ targets }: { targets: Judgement[] }) {
    const { t } = useTranslation();
    const waiting = waitingFor(targets);
    return (
        <section aria-labelledby="decisions-heading">
            <h2 id="decisions-heading">{t("board.decide")}</h2>
            <p className="hint">
                {waiting.length === 0 ? t("board.decideNone") : t("board.decideHint")}
            </p>
            {waiting.length > 0 && (
                <ul className="decisions">
                    {waiting.map(({ decision, targets: those }) => (
                        <li key={decision}>
                            <details>
                                <summary>
                                    <span className="decision-words">
                                        <Saying text={decision} isPhrase />
                                    </span>
                                    <span className="decision-count">
                                        {t("board.waiting", { count: those.length })}
                                    </span>
                                </summary>
                                <ul>
                                    {those.map((target) => (
                                        <li key={target.id}>
                                            <PlaceLink to={`/targets/${target.id}`}>
                                                <bdi className="code">{target.id}</bdi>{" "}
                                                <Printed>{target.statement ?? target.id}</Printed>
                                            </PlaceLink>
                                        </li>
                                    ))}
                                </ul>
                            </details>
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}
