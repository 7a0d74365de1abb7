import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { institutionNames, planOf } from "../data/planDocument";
import { usePlan, useScoreboard } from "../data/queries";
import type { Scoreboard } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Loading } from "../frame/Loading";
import { ProblemNotice } from "../frame/ProblemNotice";
import { useTitle } from "../frame/useTitle";
import { Printed } from "../language/Printed";
import { MomentBar } from "../moment/MomentBar";
import { isStatus } from "../status/statuses";
import { arrange, fits, type Condition } from "./arrange";
import { Decisions } from "./Decisions";
import { Filters } from "./Filters";
import { ObjectiveSection } from "./ObjectiveSection";
import { Outcomes } from "./Outcomes";
import { StatusCounts } from "./StatusCounts";
import "./scoreboard.css";

/** The conditions live in the address, so that a filtered page can be sent to somebody. */
function useCondition(): [Condition, (change: Record<string, string>) => void] {
    const [search, setSearch] = useSearchParams();
    const status = search.get("status");
    const condition: Condition = {
        search: search.get("q") ?? "",
        status: isStatus(status) ? status : undefined,
        lead: search.get("lead") ?? undefined,
    };
    const change = (to: Record<string, string>) => {
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
    };
    return [condition, change];
}

function Board({ board }: { board: Scoreboard }) {
    const { t } = useTranslation();
    const format = useFormat();
    const view = usePlan().data;
    const plan = useMemo(() => (view ? planOf(view) : undefined), [view]);
    const nameOf = useMemo(() => institutionNames(plan), [plan]);
    const [condition, change] = useCondition();
    const shown = board.targets.filter((target) => fits(target, condition, nameOf));
    const isFiltered = shown.length < board.targets.length;
    const groups = arrange(board, shown, plan, !isFiltered);
    return (
        <div className="column">
            <header className="page-head">
                <h1>
                    <Printed>{board.strategy.title}</Printed>
                </h1>
                <p className="page-lead">
                    {t("board.lead", {
                        count: board.targets.length,
                        day: format.day(board.as_of),
                    })}
                </p>
            </header>
            <MomentBar heading={board} />
            <StatusCounts
                counts={board.counts}
                chosen={condition.status}
                choose={(status) => change({ status: status ?? "" })}
            />
            <Outcomes outcomes={board.outcomes} />
            <Decisions targets={[...board.targets, ...board.outcomes]} />
            <section aria-labelledby="targets-heading">
                <h2 id="targets-heading">{t("board.byObjective")}</h2>
                <Filters
                    targets={board.targets}
                    shown={shown.length}
                    condition={condition}
                    change={change}
                    nameOf={nameOf}
                />
                {shown.length === 0 && <p className="empty">{t("filter.empty")}</p>}
                {groups.map((group) => (
                    <ObjectiveSection key={group.objective.code} group={group} nameOf={nameOf} />
                ))}
            </section>
        </div>
    );
}

export function ScoreboardPage() {
    const { t } = useTranslation();
    const answer = useScoreboard();
    useTitle(t("board.title"));
    if (answer.isError)
        return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Loading />;
    return (
        <div aria-busy={answer.isFetching} className={answer.isPlaceholderData ? "stale" : ""}>
            <Board board={answer.data} />
        </div>
    );
}
