import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { ProblemError } from "../data/request";
import type { Problem } from "../data/types";
import { Printed } from "../language/Printed";
import { sentence } from "../language/words";
import { MomentBar } from "../moment/MomentBar";
import { PlaceLink } from "../moment/PlaceLink";
import { useMoment, useSetMoment } from "../moment/useMoment";

function Sentence({ problem }: { problem: Problem }) {
    const { t } = useTranslation();
    if (problem.code !== "") return <Printed block>{sentence(problem.detail)}</Printed>;
    return (
        <p>
            {problem.detail === "unreachable"
                ? t("problem.unreachable")
                : t("problem.unreadable", { status: problem.status })}
        </p>
    );
}

interface Props {
    error: Error;
    retry?: () => void;
}

/** What was wrong: the sentence, the code, the place, and a way on. */
export function ProblemNotice({ error, retry }: Props) {
    const { t } = useTranslation();
    const moment = useMoment();
    const setMoment = useSetMoment();
    const problem: Problem =
        error instanceof ProblemError
            ? error.problem
            : { type: "", title: "", status: 0, detail: "unreadable", code: "" };
    const elsewhen = moment.asOf !== undefined || moment.recordedBy !== undefined;
    return (
        <section className="column problem" role="alert">
            <h1>{t("problem.title")}</h1>
            <Sentence problem={problem} />
            {problem.code !== "" && (
                <dl className="facts">
                    <div className="facts-row">
                        <dt>{t("problem.code")}</dt>
                        <dd>
                            <code>{problem.code}</code>
                        </dd>
                    </div>
                    {problem.where !== undefined && problem.where !== "" && (
                        <div className="facts-row">
                            <dt>{t("problem.place")}</dt>
                            <dd>
                                <code>{problem.where}</code>
                            </dd>
                        </div>
                    )}
                    {problem.errors?.map((one) => (
                        <div key={`${one.code}${one.detail}`} className="facts-row">
                            <dt>{t("problem.more")}</dt>
                            <dd>
                                <code>{one.code}</code> <Printed>{sentence(one.detail)}</Printed>
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
            {elsewhen && <MomentBar heading={undefined} />}
            <div className="problem-ways">
                {elsewhen && (
                    <Button onClick={() => setMoment({ as_of: "", recorded_by: "" })}>
                        {t("problem.today")}
                    </Button>
                )}
                {retry && problem.code === "" && (
                    <Button onClick={retry}>{t("problem.retry")}</Button>
                )}
                {!elsewhen && <PlaceLink to="/">{t("notFound.back")}</PlaceLink>}
            </div>
        </section>
    );
}
