#include "dissemination/standard_lists.h"

namespace dissemination {
namespace {

struct Code {
    const char* id;
    const char* name;
    const char* name_ur;
    const char* description = "";
};

sdmx::Artefact list(const std::string& agency, const char* id, const char* version,
                    const char* name, const char* name_ur, const char* description, bool partial,
                    const std::vector<Code>& codes) {
    sdmx::Artefact made;
    made.type = sdmx::ArtefactType::codelist;
    made.agency = agency;
    made.id = id;
    made.version = version;
    made.names = {{"en", name}, {"ur", name_ur}};
    made.descriptions = {{"en", description}};
    made.final = true;
    sdmx::ItemScheme scheme;
    scheme.partial = partial;
    for (const auto& code : codes) {
        sdmx::Item item;
        item.id = code.id;
        item.names = {{"en", code.name}, {"ur", code.name_ur}};
        if (*code.description != '\0')
            item.descriptions = {{"en", code.description}};
        scheme.items.push_back(std::move(item));
    }
    made.body = std::move(scheme);
    return made;
}

}  // namespace

std::vector<sdmx::Artefact> standard_lists(const std::string& agency) {
    return {
        list("SDMX", "CL_FREQ", "2.1", "Frequency", "تعدد",
             "How often a figure comes. The codes of the SDMX list that are used here.", true,
             {{"A", "Annual", "سالانہ"},
              {"S", "Half-yearly", "ششماہی"},
              {"Q", "Quarterly", "سہ ماہی"},
              {"M", "Monthly", "ماہانہ"},
              {"W", "Weekly", "ہفتہ وار"},
              {"D", "Daily", "روزانہ"}}),
        list("SDMX", "CL_UNIT_MULT", "1.1", "Unit multiplier", "اکائی کا ضرب کنندہ",
             "The power of ten that the value counts in. The codes of the SDMX list that are used "
             "here.",
             true,
             {{"0", "Units", "اکائی"},
              {"3", "Thousands", "ہزار"},
              {"6", "Millions", "ملین"},
              {"9", "Billions", "ارب"},
              {"12", "Trillions", "کھرب"}}),
        list(agency, "CL_TRANSFORMATION", "1.0", "What a period counts", "مدت کیا گنتی ہے",
             "Whether a value counts its period alone, all since the fiscal year began, or a "
             "state.",
             false,
             {{"N", "The period itself", "خود مدت",
               "The flow of the period that the value is dated by."},
              {"YTD", "Fiscal year to the end of the period", "مالی سال کے آغاز سے مدت کے آخر تک",
               "The flow from the first day of the fiscal year to the last day of the period."},
              {"EOP", "State at the end of the period", "مدت کے آخر کی حالت",
               "What there was on the last day of the period."},
              {"CY", "Calendar year", "شمسی سال", "The flow from January to December."}}),
        list(agency, "CL_OBS_STATUS", "1.0", "Observation status", "اندراج کی حیثیت",
             "As the SDMX list of that name, with R for revised as statistics offices use it.",
             false,
             {{"A", "Normal", "معمول"},
              {"B", "Time series break", "سلسلے میں انقطاع"},
              {"D", "Definition differs", "تعریف مختلف"},
              {"E", "Estimated", "تخمینہ"},
              {"F", "Forecast", "پیش گوئی"},
              {"G", "Experimental", "تجرباتی"},
              {"I", "Imputed", "قیاسی"},
              {"M", "Missing", "غیر موجود"},
              {"N", "Not significant", "غیر اہم"},
              {"P", "Provisional", "عبوری"},
              {"R", "Revised", "نظر ثانی شدہ"},
              {"U", "Low reliability", "کم قابل اعتماد",
               "The figure contradicts its neighbours; it is shown because there is no other."}}),
        list(agency, "CL_DATE_BASIS", "1.0", "Basis of the date of publication",
             "تاریخ اشاعت کی بنیاد", "How the day of publication is known.", false,
             {{"S", "Stated by the source", "ماخذ میں درج"},
              {"E", "Estimated from the period", "مدت سے تخمینہ شدہ"}}),
    };
}

}  // namespace dissemination
