#pragma once

#include "sdmx/xml_text.h"

#include <string>
#include <string_view>

namespace sdmx {

/// One element while it is written: its tag opens with it and closes when it goes out of scope.
class XmlElement {
  public:
    XmlElement(std::string& out, std::string_view name) : out_(out), name_(name) {
        out_ += '<';
        out_ += name_;
    }
    /// Inside another, whose start tag ends here.
    XmlElement(XmlElement& parent, std::string_view name) : XmlElement(parent.content(), name) {}
    ~XmlElement() {
        if (open_) {
            out_ += "/>";
        } else {
            out_ += "</";
            out_ += name_;
            out_ += '>';
        }
    }
    XmlElement(const XmlElement&) = delete;
    XmlElement& operator=(const XmlElement&) = delete;

    /// Before any content.
    XmlElement& attribute(std::string_view name, std::string_view value) {
        append_attribute(out_, name, value);
        return *this;
    }
    /// Only where there is a value.
    XmlElement& optional(std::string_view name, std::string_view value) {
        return value.empty() ? *this : attribute(name, value);
    }
    XmlElement& text(std::string_view value) {
        append_xml(content(), value);
        return *this;
    }
    std::string& content() {
        if (open_)
            out_ += '>';
        open_ = false;
        return out_;
    }

  private:
    std::string& out_;
    std::string name_;
    bool open_ = true;
};

}  // namespace sdmx
