import { useTranslation } from "react-i18next";

import type { DiagnosisView } from "../data/types";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { groupForesight } from "./arrange";

/** Laws and rules, each with the activities that would change it. */
export function Laws({ view }: { view: DiagnosisView }) {
    const { t } = useTranslation();
    return (
        <Part id="laws" title={t("diagnosis.laws")}>
            {view.regulations.length === 0 && <p className="empty">{t("diagnosis.noLaws")}</p>}
            <ul className="laws">
                {view.regulations.map((law) => (
                    <li key={law.code} className="law" data-linked={law.activities.length > 0 || undefined}>
                        <h3>
                            <Printed>{law.title}</Printed>
                        </h3>
                        <p className="table-note">
                            <Printed>{[law.date, law.responsible.join(", ")].filter((one) => one !== "").join(" · ")}</Printed>
                        </p>
                        <Printed block>{law.purpose}</Printed>
                        <p className="why">
                            {t("diagnosis.lawStatus")} <Printed>{law.status}</Printed>
                        </p>
                        <p className="law-activities">
                            {law.activities.length === 0 ? (
                                <span className="hint">{t("diagnosis.noChange")}</span>
                            ) : (
                                <>
                                    {t("diagnosis.changedBy")} <Linked text={law.activities.join(", ")} />
                                </>
                            )}
                        </p>
                        {law.note !== "" && (
                            <Printed block className="table-note">
                                {law.note}
                            </Printed>
                        )}
                    </li>
                ))}
            </ul>
        </Part>
    );
}

/** What may come, as the strategy saw it. */
export function Foresight({ view }: { view: DiagnosisView }) {
    const { t } = useTranslation();
    const linked = view.foresight.filter(({ activities }) => activities.length > 0).length;
    return (
        <Part
            id="foresight"
            title={t("diagnosis.foresight")}
            hint={
                view.foresight.length === 0
                    ? undefined
                    : t("diagnosis.foresightHint", { linked, count: view.foresight.length })
            }
        >
            {view.foresight.length === 0 && <p className="empty">{t("diagnosis.noForesight")}</p>}
            {groupForesight(view.foresight).map(({ group, count, kinds }) => (
                <Fold
                    key={group}
                    className="foresight"
                    words={
                        <>
                            <h3>
                                <Printed>{group.charAt(0).toUpperCase() + group.slice(1)}</Printed>
                            </h3>
                            <span className="decision-count">{t("diagnosis.items", { count })}</span>
                        </>
                    }
                >
                    <div className="foresight-kinds">
                        {kinds.map(({ kind, items }) => (
                            <section key={kind}>
                                <h4>
                                    <Printed>{kind.charAt(0).toUpperCase() + kind.slice(1)}</Printed>
                                </h4>
                                <ul className="plain-list">
                                    {items.map((item) => (
                                        <li key={item.code}>
                                            <Printed>{item.title}</Printed>
                                            {item.activities.length > 0 && (
                                                <>
                                                    {" "}
                                                    → <Linked text={item.activities.join(", ")} />
                                                </>
                                            )}
                                            {item.note !== "" && <Printed className="table-note">{item.note}</Printed>}
                                        </li>
                                    ))}
                                </ul>
                            </section>
                        ))}
                    </div>
                </Fold>
            ))}
        </Part>
    );
}
