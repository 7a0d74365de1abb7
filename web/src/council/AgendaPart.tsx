import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";

import { useAgenda } from "../data/queries";
import type { Agenda, AgendaItem, CouncilView, Meeting } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { sentence } from "../language/words";
import { PlaceLink } from "../moment/PlaceLink";
import { addressOf, groupAgenda, type AgendaGroup } from "./arrange";

/** More than this is folded, so that an agenda of a hundred items can be looked over. */
const openAtMost = 8;

function Item({ item }: { item: AgendaItem }) {
    const { t } = useTranslation();
    const address = addressOf(item);
    return (
        <li>
            <p className="agenda-title">
                <Coded text={item.title} isPart />
                {address !== undefined && (
                    <PlaceLink to={address} className="agenda-open">
                        <span aria-hidden="true">→</span>
                        <span className="unseen">
                            {t("council.open", { what: item.subject })}
                        </span>
                    </PlaceLink>
                )}
            </p>
            {item.why !== "" && (
                <p className="why">
                    <Coded text={item.why} />
                </p>
            )}
            {item.papers.length > 0 && (
                <ul className="papers" aria-label={t("council.papers")}>
                    {item.papers.map((sha) => (
                        <li key={sha}>
                            {t("council.paper")} <bdi className="code" title={sha}>{sha.slice(0, 12)}…</bdi>
                        </li>
                    ))}
                </ul>
            )}
        </li>
    );
}

function Group({ group }: { group: AgendaGroup }) {
    const { t } = useTranslation();
    return (
        <Fold
            className="agenda-group"
            open={group.items.length <= openAtMost}
            words={
                <>
                    <h3>
                        <Coded text={group.heading} isPhrase />
                    </h3>
                    <span className="decision-count">
                        {t("council.items", { count: group.items.length })}
                    </span>
                </>
            }
        >
            <ol start={group.first} className="agenda-items">
                {group.items.map((item) => (
                    <Item key={`${item.kind}:${item.subject}`} item={item} />
                ))}
            </ol>
        </Fold>
    );
}

function Origin({ agenda }: { agenda: Agenda }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (agenda.prepared_on === null) return <>{t("council.proposed", { day: format.day(agenda.as_of) })}</>;
    return (
        <>
            {t("council.prepared", { day: format.day(agenda.prepared_on) })}
            {agenda.left_out.length > 0 && (
                <>
                    {" "}
                    {t("council.leftOut")} <Printed>{agenda.left_out.join(", ")}</Printed>.
                </>
            )}
        </>
    );
}

function Items({ agenda }: { agenda: Agenda }) {
    const { t } = useTranslation();
    if (agenda.items.length === 0) return <p className="empty">{t("council.noItems")}</p>;
    return (
        <div className="agenda">
            {groupAgenda(agenda.items).map((group) => (
                <Group key={group.heading} group={group} />
            ))}
        </div>
    );
}

/** The agendas that went out, the next first, then the newest. */
function agendasOf(view: CouncilView): Meeting[] {
    return view.meetings.filter(({ items, state }) => items > 0 && state !== "cancelled").reverse();
}

export function AgendaPart({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const [search, setSearch] = useSearchParams();
    const agendas = agendasOf(view);
    const next = agendas.find(({ code }) => code === view.next)?.code;
    const chosen = search.get("agenda") ?? next ?? "proposed";
    const answer = useAgenda(chosen === "proposed" ? undefined : chosen);
    const choose = (code: string) =>
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                after.set("agenda", code);
                return after;
            },
            { replace: true, preventScrollReset: true },
        );
    return (
        <Part id="agenda" title={t("council.agenda")}>
            {agendas.length > 0 && (
                <NativeSelect
                    className="agenda-choice"
                    label={t("council.whichAgenda")}
                    value={chosen}
                    data={[
                        { value: "proposed", label: t("council.fromState") },
                        ...agendas.map(({ code, on }) => ({
                            value: code,
                            label: `\u2068${code}\u2069 · \u2068${format.shortDay(on)}\u2069`,
                        })),
                    ]}
                    onChange={(event) => choose(event.currentTarget.value)}
                />
            )}
            {answer.isError && (
                <p className="empty" role="alert">
                    <Printed>{sentence(answer.error.message)}</Printed>
                </p>
            )}
            {answer.isPending && (
                <p className="empty" role="status">
                    {t("loading")}
                </p>
            )}
            {answer.data !== undefined && (
                <div className={answer.isPlaceholderData ? "stale" : ""}>
                    <p className="hint" role="status">
                        <Origin agenda={answer.data} />
                    </p>
                    <Items agenda={answer.data} />
                </div>
            )}
        </Part>
    );
}
