import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import "../language/loadRooms";

import { planOf } from "../data/planDocument";
import { usePlan, useWorkingPlan } from "../data/queries";
import type { WorkingPlanView } from "../data/types";
import { AnswerPage } from "../frame/AnswerPage";
import { Contents } from "../frame/Contents";
import { Part } from "../frame/Part";
import { Printed } from "../language/Printed";
import { ActivityCard } from "./ActivityCard";
import { fitting, type Condition } from "./arrange";
import { Conditions } from "./Conditions";
import { Gantt } from "./Gantt";
import { Progress } from "./Progress";
import "../scoreboard/scoreboard.css";
import "../styles/rooms.css";
import "./working.css";

const parts = ["progress", "steps", "open"] as const;

/** The conditions live in the address, so that a list can be sent to who can close it. */
function useCondition(): [Condition, (to: Record<string, string>) => void] {
    const [search, setSearch] = useSearchParams();
    const change = (to: Record<string, string>) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                for (const [name, value] of Object.entries(to)) {
                    if (value === "") after.delete(name);
                    else after.set(name, value);
                }
                return after;
            },
            { replace: true },
        );
    return [
        { who: search.get("who") ?? undefined, objective: search.get("objective") ?? undefined },
        change,
    ];
}

function Body({ view }: { view: WorkingPlanView }) {
    const { t } = useTranslation();
    const planView = usePlan().data;
    const plan = planView && planOf(planView);
    const [condition, change] = useCondition();
    const shown = fitting(view.activities, condition);
    const objectives = [...new Set(shown.map(({ objective }) => objective))];
    const titleOf = (code: string) => plan?.objectives?.find((one) => one.code === code)?.title ?? "";
    return (
        <>
            <Contents parts={parts.map((part) => [part, t(`working.${part}`)] as const)} />
            <Progress view={view} />
            <Gantt activities={shown} asOf={view.as_of} />
            <Part id="open" title={t("working.open")} hint={t("working.openHint")}>
                <Conditions
                    activities={view.activities}
                    plan={plan}
                    condition={condition}
                    shown={shown.length}
                    change={change}
                />
                {shown.length === 0 && <p className="empty">{t("working.noneFits")}</p>}
                {objectives.map((objective) => (
                    <section key={objective} className="part">
                        <h3>
                            <bdi className="code">{objective}</bdi> <Printed>{titleOf(objective)}</Printed>
                        </h3>
                        {shown
                            .filter((one) => one.objective === objective)
                            .map((one) => (
                                <ActivityCard key={one.code} activity={one} />
                            ))}
                    </section>
                ))}
            </Part>
        </>
    );
}

/** From the printed plan to one that can be carried out: what is open, and who can close it. */
export default function WorkingPlanPage() {
    const { t } = useTranslation();
    return (
        <AnswerPage title={t("working.title")} answer={useWorkingPlan()} lead={() => t("working.leadText")}>
            {(view) => <Body view={view} />}
        </AnswerPage>
    );
}
