// The App as the settings screen's desk: this machine's own ways, and the officers' codes.
#include "meeting/check.h"
#include "record/codes.h"
#include "record/data_folder.h"
#include "record/own_codes.h"
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

std::int64_t App::own_code_wait_ms(MemberId member) const
{
    return m_session.record() == nullptr ? 0 : chibo::own_code_wait_ms(*m_session.record(), member);
}

/// A failing machine (no memory for the derivation) is told like any other.
Result<void> App::enter_with(MemberId member, const std::function<Result<Key>()>& open)
{
    std::optional<Result<Key>> key;
    guarded([&] { key = open(); });
    if (!key)
        return refuse("own_code.not_opened");
    if (!*key)
        return tl::unexpected(key->error());
    m_session.enter_own_pages(member, **key);
    m_toaster.hide();
    m_back.clear();
    m_version = -1;
    m_ui.pace().input();
    return {};
}

Result<void> App::make_own_code(MemberId member, const std::string& code)
{
    CHECK(m_session.record() != nullptr);
    Record& record = *m_session.record();
    const CodeCost& cost = m_session.folder().cost();
    if (const Key* key = m_session.drafts_key()) {
        const Key drafts = *key;
        return enter_with(member, [&]() -> Result<Key> {
            if (auto changed = change_own_code(record, member, drafts, code, cost); !changed)
                return tl::unexpected(changed.error());
            return drafts;
        });
    }
    return enter_with(member, [&] { return chibo::make_own_code(record, member, code, cost); });
}

Result<void> App::open_own_pages(MemberId member, const std::string& code)
{
    CHECK(m_session.record() != nullptr);
    return enter_with(member, [&] { return open_own_code(*m_session.record(), member, code); });
}

Result<void> App::give_up_own_code(MemberId member)
{
    CHECK(m_session.record() != nullptr);
    std::optional<Result<void>> done;
    guarded(
        [&] { done = chibo::give_up_own_code(*m_session.record(), member, m_session.actor()); });
    m_version = -1;
    return done.value_or(refuse("own_code.not_opened"));
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
