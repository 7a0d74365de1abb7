import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Judgement } from "../data/types";
import { useFormat } from "../format/useFormat";
import { statuses } from "../status/statuses";
import { leadOf, type Condition } from "./arrange";

interface Props {
    targets: Judgement[];
    shown: number;
    condition: Condition;
    change: (to: Record<string, string>) => void;
    nameOf: (code: string) => string;
}

export function Filters({ targets, shown, condition, change, nameOf }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const leads = useMemo(
        () =>
            [...new Set(targets.map(leadOf))]
                .map((code) => ({
                    value: code,
                    label: code === "open" ? t("target.leadOpen") : nameOf(code),
                }))
                .sort((a, b) => a.label.localeCompare(b.label)),
        [targets, nameOf, t],
    );
    const present = statuses.filter((status) => targets.some((one) => one.status === status));
    const isFiltered = condition.search !== "" || condition.status || condition.lead;
    return (
        <form
            className="filters"
            role="search"
            aria-label={t("filter.label")}
            onSubmit={(event) => event.preventDefault()}
        >
            <TextInput
                type="search"
                label={t("filter.search")}
                placeholder={t("filter.searchHint")}
                value={condition.search}
                onChange={(event) => change({ q: event.currentTarget.value })}
            />
            <NativeSelect
                label={t("filter.status")}
                value={condition.status ?? ""}
                data={[
                    { value: "", label: t("filter.all") },
                    ...present.map((status) => ({ value: status, label: t(`status.${status}`) })),
                ]}
                onChange={(event) => change({ status: event.currentTarget.value })}
            />
            <NativeSelect
                label={t("filter.lead")}
                value={condition.lead ?? ""}
                data={[{ value: "", label: t("filter.all") }, ...leads]}
                onChange={(event) => change({ lead: event.currentTarget.value })}
            />
            <p className="filters-shown" role="status">
                {t("filter.shown", {
                    shown: format.number(shown),
                    total: format.number(targets.length),
                })}
                {isFiltered && (
                    <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => change({ q: "", status: "", lead: "" })}
                    >
                        {t("filter.clear")}
                    </Button>
                )}
            </p>
        </form>
    );
}
