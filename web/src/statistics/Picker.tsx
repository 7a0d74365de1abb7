import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Part } from "../frame/Part";
import { toggled, type Choice } from "./choice";
import { Name, useNameOf } from "./Name";
import { useFacets } from "./queries";
import { treeOf, type Available, type Code, type CodedDimension, type Flow } from "./structure";

interface Props {
    flow: Flow;
    all: Available;
    choice: Choice;
    take: (choice: Choice) => void;
    /** Takes what goes together of it, the first dimension before the others. */
    takeSettled: (wanted: Choice, first?: string) => void;
}

/** A list that is longer can be searched. */
const searchedFrom = 16;

interface DimensionProps extends Omit<Props, "flow" | "all"> {
    dimension: CodedDimension;
    codes: Code[];
    /** The codes that go with the other choices; undefined while nobody knows. */
    here: Set<string> | undefined;
}

function Dimension({ dimension, codes, here, choice, take, takeSettled }: DimensionProps) {
    const { t } = useTranslation();
    const nameOf = useNameOf();
    const [asked, setAsked] = useState("");
    const chosen = choice[dimension.id] ?? [];
    const names = codes.filter(({ id }) => chosen.includes(id));
    const first = names[0];
    const isElsewhere = (code: string) => here !== undefined && !here.has(code);
    const only = (code: string) => {
        const to = { ...choice, [dimension.id]: [code] };
        if (isElsewhere(code)) takeSettled(to, dimension.id);
        else take(to);
    };
    const toggle = (code: string) => {
        if (isElsewhere(code) && !chosen.includes(code)) only(code);
        else take(toggled(choice, dimension.id, code));
    };
    const words = asked.trim().toLowerCase();
    const listed = treeOf(codes).filter(({ code }) => words === "" || `${nameOf(code)} ${code.id}`.toLowerCase().includes(words));
    const together = codes.filter(({ id }) => !isElsewhere(id));
    return (
        <details className="dimension">
            <summary>
                <span className="dimension-name">
                    <Name of={dimension.names} code={dimension.id} />
                </span>
                <span className="dimension-chosen">
                    {names.length === 1 && first !== undefined ? <Name of={first.names} code={first.id} /> : t("statistics.chosen", { count: chosen.length })}
                </span>
            </summary>
            <fieldset>
                <legend className="unseen">{nameOf(dimension)}</legend>
                {codes.length >= searchedFrom && (
                    <input
                        type="search"
                        className="code-search"
                        value={asked}
                        aria-label={t("statistics.search", { name: nameOf(dimension) })}
                        placeholder={t("statistics.searchShort")}
                        onChange={(event) => setAsked(event.currentTarget.value)}
                    />
                )}
                {listed.length === 0 && <p className="hint">{t("statistics.searchNothing")}</p>}
                <ul className="codes">
                    {listed.map(({ code, depth }) => {
                        const isChosen = chosen.includes(code.id);
                        const elsewhere = isElsewhere(code.id);
                        return (
                            <li key={code.id} data-depth={words === "" ? Math.min(depth, 4) : 0} data-elsewhere={elsewhere || undefined}>
                                <label title={elsewhere ? t("statistics.elsewhereHint", { name: nameOf(code) }) : undefined}>
                                    <input
                                        type="checkbox"
                                        checked={isChosen}
                                        disabled={isChosen && chosen.length === 1}
                                        onChange={() => toggle(code.id)}
                                    />
                                    <span>
                                        <Name of={code.names} code={code.id} />
                                        {elsewhere && <span className="table-note">{t("statistics.elsewhere")}</span>}
                                    </span>
                                </label>
                                {!(isChosen && chosen.length === 1) && !elsewhere && (
                                    <button type="button" className="only" aria-label={t("statistics.onlyThis", { name: nameOf(code) })} onClick={() => only(code.id)}>
                                        {t("statistics.only")}
                                    </button>
                                )}
                            </li>
                        );
                    })}
                </ul>
                {together.length > 1 && together.length !== chosen.length && (
                    <button type="button" className="only" onClick={() => take({ ...choice, [dimension.id]: together.map(({ id }) => id) })}>
                        {t("statistics.all")}
                    </button>
                )}
            </fieldset>
        </details>
    );
}

/** The codes of each dimension; what the record has no figure of is not offered. */
export function Picker({ flow, all, choice, take, takeSettled }: Props) {
    const { t } = useTranslation();
    const dimensions = flow.dimensions.map((dimension) => {
        const there = all.codes.get(dimension.id) ?? [];
        const known = dimension.codes.filter(({ id }) => there.includes(id));
        const unlisted = there.filter((id) => !known.some((code) => code.id === id));
        const codes = [...known, ...unlisted.map((id): Code => ({ id, names: {}, descriptions: {}, parent: undefined, printedAs: [] }))];
        return { dimension, codes };
    });
    const open = dimensions.filter(({ codes }) => codes.length > 1);
    const fixed = dimensions.filter(({ codes }) => codes.length === 1);
    const facets = useFacets(
        { agency: flow.agency, id: flow.id },
        flow.dimensions.map(({ id }) => id),
        open.map(({ dimension }) => dimension.id),
        choice,
    );
    return (
        <Part id="choice" title={t("statistics.choose")} hint={t("statistics.chooseHint")}>
            {open.length > 0 && (
                <div className="dimensions">
                    {open.map(({ dimension, codes }) => (
                        <Dimension
                            key={dimension.id}
                            dimension={dimension}
                            codes={codes}
                            here={facets.get(dimension.id)}
                            choice={choice}
                            take={take}
                            takeSettled={takeSettled}
                        />
                    ))}
                </div>
            )}
            {fixed.length > 0 && (
                <dl className="figures fixed" aria-label={t("statistics.fixed")}>
                    {fixed.map(({ dimension, codes }) => (
                        <div key={dimension.id}>
                            <dt>
                                <Name of={dimension.names} code={dimension.id} />
                            </dt>
                            <dd>{codes[0] !== undefined && <Name of={codes[0].names} code={codes[0].id} />}</dd>
                        </div>
                    ))}
                </dl>
            )}
        </Part>
    );
}
