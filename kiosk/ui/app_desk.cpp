// The App as the settings screen's desk: this machine's own ways, and the officers' codes.
#include "meeting/check.h"
#include "record/codes.h"
#include "record/data_folder.h"
#include "ui/app.h"

namespace chibo {

const MachineSettings& App::machine() const
{
    return m_session.folder().machine();
}

void App::set_machine(const MachineSettings& machine)
{
    guarded([&] { m_session.folder().set_machine(machine); });
    apply_machine_settings();
    m_version = -1;
    m_ui.pace().input();
}

void App::rename_cell(const std::string& name)
{
    guarded([&] { m_session.folder().rename_cell(m_session.cell(), name); });
}

Result<void> App::set_code(OfficerId officer, const std::string& role, const std::string& code)
{
    CHECK(m_session.record() != nullptr);
    return m_session.folder().set_code(
        m_session.cell(), m_session.record()->key(), {officer, role, code});
}

std::string App::draw_code()
{
    return chibo::draw_code(data_folder() / "words.txt");
}

std::string App::renew_recovery_code()
{
    CHECK(m_session.record() != nullptr);
    return m_session.folder().renew_recovery_code(m_session.cell(), m_session.record()->key());
}

void App::read_again()
{
    m_version = -1;
    m_ui.pace().input();
}

void App::ask_officer()
{
    if (m_session.record() == nullptr)
        return;
    m_touched_ms = now_ms();
    m_lock_resting.emplace(*m_session.record(), m_clock.now_ms());
    m_ui.pace().input();
}

} // namespace chibo
