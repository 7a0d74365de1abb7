#include "programme/qualified.h"

namespace programme {

FigureBound sum_qualifier(FigureBound a, FigureBound b) {
    if (a == FigureBound::exact || a == b)
        return b;
    return b == FigureBound::exact ? a : FigureBound::about;
}

FigureBound mirrored(FigureBound qualifier) {
    if (qualifier == FigureBound::at_least)
        return FigureBound::at_most;
    return qualifier == FigureBound::at_most ? FigureBound::at_least : qualifier;
}

FigureBound difference_qualifier(FigureBound a, FigureBound b) {
    return sum_qualifier(a, mirrored(b));
}

// Both parts are positive, so that the quotient moves as the difference of the logarithms.
FigureBound quotient_qualifier(FigureBound a, FigureBound b) {
    return difference_qualifier(a, b);
}

std::string_view before(FigureBound qualifier) {
    switch (qualifier) {
        case FigureBound::at_least:
            return "more than ";
        case FigureBound::at_most:
            return "at most ";
        case FigureBound::about:
            return "about ";
        default:
            return "";
    }
}

}  // namespace programme
