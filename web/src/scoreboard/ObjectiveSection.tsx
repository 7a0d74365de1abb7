import { useTranslation } from "react-i18next";

import { Printed } from "../language/Printed";
import { StatusBar } from "../status/StatusBar";
import type { ActivityGroup, ObjectiveGroup } from "./arrange";
import { TargetRow } from "./TargetRow";

interface Props {
    group: ObjectiveGroup;
    nameOf: (code: string) => string;
}

function ActivityCard({ group, nameOf }: { group: ActivityGroup } & Pick<Props, "nameOf">) {
    const { t } = useTranslation();
    const lead = group.activity?.lead ?? group.targets[0]?.lead ?? "open";
    return (
        <section className="activity">
            <header>
                <h5>
                    <bdi className="code">{group.code}</bdi>{" "}
                    <Printed>{group.activity?.title ?? ""}</Printed>
                </h5>
                <p className="activity-lead">
                    {lead === "open" ? (
                        <span className="open-mark">{t("target.leadOpen")}</span>
                    ) : (
                        <>
                            {t("target.lead")}: <Printed>{nameOf(lead)}</Printed>
                        </>
                    )}
                </p>
            </header>
            {group.targets.length === 0 ? (
                <p className="activity-none">
                    <span className="open-mark">{t("open")}</span> {t("board.noTargets")}
                </p>
            ) : (
                <ul>
                    {group.targets.map((target) => (
                        <TargetRow key={target.id} target={target} />
                    ))}
                </ul>
            )}
        </section>
    );
}

export function ObjectiveSection({ group, nameOf }: Props) {
    return (
        <section className="objective">
            <header className="objective-head">
                <h3>
                    <bdi className="code">{group.objective.code}</bdi>{" "}
                    <Printed>{group.objective.title}</Printed>
                </h3>
                <StatusBar counts={group.objective.counts} thin />
            </header>
            {group.parts.map((part) => (
                <section key={part.objective.code} className="part">
                    <h4>
                        <bdi className="code">{part.objective.code}</bdi>{" "}
                        <Printed>{part.objective.title}</Printed>
                    </h4>
                    {part.activities.map((activity) => (
                        <ActivityCard key={activity.code} group={activity} nameOf={nameOf} />
                    ))}
                </section>
            ))}
        </section>
    );
}
