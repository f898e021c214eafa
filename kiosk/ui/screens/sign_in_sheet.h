// The sheet on which a member signs in: welcome, name, pad, two buttons.
#pragma once

#include <optional>
#include <string>

#include "meeting/attendance.h"
#include "record/cell_queries.h"
#include "ui/ui.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/signature_pad.h"

namespace chibo {

class SignInSheet {
public:
    SignInSheet(AttendanceRow row, Portrait person, SignatureSetting signature) :
        m_row(std::move(row)), m_person(std::move(person)), m_signature(signature)
    {
    }
    void draw(Ui& ui);

    [[nodiscard]] const AttendanceRow& row() const { return m_row; }
    [[nodiscard]] bool closed() const { return m_closed; }
    /// The bytes of the strokes, once confirmed; empty where nothing was signed.
    [[nodiscard]] const std::optional<std::string>& confirmed() const { return m_confirmed; }

private:
    [[nodiscard]] bool has_pad() const { return m_signature != SignatureSetting::Off; }
    void draw_head(Ui& ui, Rect head);
    void draw_pad(Ui& ui, Rect row);
    void draw_buttons(Ui& ui, Rect row);

    AttendanceRow m_row;
    Portrait m_person;
    SignatureSetting m_signature;
    SignaturePad m_pad;
    bool m_closed = false;
    std::optional<std::string> m_confirmed;
};

} // namespace chibo
