import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { WorkingActivity } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Scrolls } from "../frame/Scrolls";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";

function Value({ field, text }: { field: string; text: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (text === "") return <>–</>;
    if (text === "open") return <span className="open-mark">{t("open")}</span>;
    if (field === "due") return <>{format.period(text)}</>;
    if (field === "frequency") return <>{t(`word.${text}`, text)}</>;
    if (field === "verifier" || field === "lead") return <Institution code={text} />;
    if (/^-?\d+(\.\d+)?$/.test(text)) return <>{format.decimal(text)}</>;
    return <Printed>{text}</Printed>;
}

/** The printed promise beside the working one. */
export function PromisedTable({ activity }: { activity: WorkingActivity }) {
    const { t } = useTranslation();
    const { promised } = activity;
    if (promised.length === 0) return null;
    const weaker = promised.filter(({ kind }) => kind !== "changed").length;
    return (
        <Fold
            isPast
            words={
                <>
                    {t("working.promised", { count: promised.length })}
                    {weaker > 0 && <strong className="weaker"> {t("working.weaker", { count: weaker })}</strong>}
                </>
            }
        >
            <Scrolls of={t("working.promisedTable", { code: activity.code })}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            <th scope="col">{t("plan.subject")}</th>
                            <th scope="col">{t("story.promisedField")}</th>
                            <th scope="col">{t("story.promised")}</th>
                            <th scope="col">{t("story.now")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {promised.map((one) => (
                            <tr key={one.subject + one.field}>
                                <th scope="row">
                                    {one.subject === activity.code ? (
                                        <bdi className="code">{one.subject}</bdi>
                                    ) : (
                                        <PlaceLink to={`/targets/${one.subject}`}>
                                            <bdi className="code">{one.subject}</bdi>
                                        </PlaceLink>
                                    )}
                                </th>
                                <td data-name={t("story.promisedField")}>
                                    <span>{t(`field.${one.field}`, one.field)}</span>
                                </td>
                                <td data-name={t("story.promised")}>
                                    <Value field={one.field} text={one.before} />
                                </td>
                                <td data-name={t("story.now")}>
                                    <span>
                                        <Value field={one.field} text={one.after} />
                                        {one.kind !== "changed" && (
                                            <>
                                                {" "}
                                                <span className="lowered">
                                                    {t(`story.weaker.${one.kind}`, one.kind)}
                                                </span>
                                            </>
                                        )}
                                    </span>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </Fold>
    );
}
