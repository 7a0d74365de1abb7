/** Two dimensions, three disseminations: a first figure, its revision with a neighbour, a withdrawal. */
export const sampleMessage = () => ({
    data: {
        structures: [
            {
                dimensions: {
                    series: [
                        { id: "FREQ", names: { en: "Frequency" }, values: [{ id: "A", names: { en: "Annual", ur: "سالانہ" } }] },
                        { id: "SERVICE", name: "Service", values: [{ id: "ICT", name: "ICT" }, { id: "S", name: "All" }] },
                    ],
                    observation: [
                        {
                            id: "TIME_PERIOD",
                            values: [
                                { id: "2023-A1", start: "2023-07-01T00:00:00Z", end: "2024-06-30T23:59:59Z" },
                                { id: "2022-A1", start: "2022-07-01T00:00:00Z", end: "2023-06-30T23:59:59Z" },
                            ],
                        },
                    ],
                },
                measures: { observation: [{ id: "OBS_VALUE" }] },
                attributes: {
                    series: [{ id: "UNIT_MULT", values: [{ id: "6", name: "Millions" }] }],
                    observation: [
                        { id: "OBS_STATUS", values: [{ id: "A", name: "Normal" }, { id: "P", name: "Provisional" }] },
                        { id: "ROW", values: [{ value: "X0001" }, { value: "X0002" }] },
                    ],
                },
            },
        ],
        dataSets: [
            { action: "Replace", validFrom: "2024-08-20T00:00:00+05:00", series: { "0:0": { attributes: [0], observations: { "0": ["3223.0", 0, 1], "1": [2605.34, 0] } } } },
            { action: "Replace", validFrom: "2024-07-20T00:00:00+05:00", series: { "0:0": { attributes: [0], observations: { "0": [3200, 1, 0] } } } },
            { action: "Delete", validFrom: "2025-01-02T00:00:00+05:00", series: { "0:0": { observations: { "1": [] } } } },
        ] as object[],
    },
});
