#include "ui/sounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include <alsa/asoundlib.h>

namespace chibo {
namespace {

constexpr unsigned rate = 44'100;
constexpr unsigned latency_us = 60'000;
constexpr double rise_s = 0.006; // Without it a tone begins with a click.

/// A tone that dies away.
struct Note {
    double hertz;
    double length_s;
    double loudness;
};

std::span<const Note> notes(Sound sound)
{
    static constexpr std::array touch {Note {1500, 0.025, 0.10}};
    static constexpr std::array check_in {Note {659, 0.10, 0.22}, Note {880, 0.22, 0.22}};
    static constexpr std::array near {Note {587, 0.30, 0.28}};
    static constexpr std::array over {
        Note {587, 0.20, 0.32}, Note {587, 0.20, 0.32}, Note {440, 0.45, 0.32}};
    switch (sound) {
    case Sound::Touch:
        return touch;
    case Sound::CheckIn:
        return check_in;
    case Sound::Near:
        return near;
    case Sound::Over:
        break;
    }
    return over;
}

void say_nothing(const char*, int, const char*, int, const char*, ...) {}

/// Sound servers and bare cards alike stand behind "default". No device, or a busy one, is no
/// failure: sounds are never the only signal.
void sound_out(const std::vector<std::int16_t>& tone)
{
    snd_lib_error_set_handler(say_nothing); // It would print on standard error.
    snd_pcm_t* device = nullptr;
    if (snd_pcm_open(&device, "default", SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0)
        return;
    snd_pcm_nonblock(device, 0);
    if (snd_pcm_set_params(
            device, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, rate, 1, latency_us)
        >= 0) {
        const std::int16_t* at = tone.data();
        auto left = static_cast<snd_pcm_sframes_t>(tone.size());
        while (left > 0) {
            snd_pcm_sframes_t written
                = snd_pcm_writei(device, at, static_cast<snd_pcm_uframes_t>(left));
            if (written < 0)
                written = snd_pcm_recover(device, static_cast<int>(written), 1);
            if (written < 0)
                break;
            at += written;
            left -= written;
        }
        if (left == 0)
            snd_pcm_drain(device);
    }
    snd_pcm_close(device);
}

} // namespace

std::vector<std::int16_t> samples(Sound sound)
{
    std::vector<std::int16_t> all;
    for (const Note& note : notes(sound)) {
        const auto count = static_cast<std::size_t>(note.length_s * rate);
        for (std::size_t i = 0; i < count; ++i) {
            const double at_s = static_cast<double>(i) / rate;
            const double loud = note.loudness * std::min(1.0, at_s / rise_s)
                * std::exp(-4 * at_s / note.length_s);
            const double wave = std::sin(2 * std::numbers::pi * note.hertz * at_s);
            all.push_back(static_cast<std::int16_t>(loud * wave * 32'767));
        }
    }
    return all;
}

void Sounds::play(Sound sound)
{
    if (!m_allowed)
        return;
    if (m_quiet) {
        m_played.push_back(sound);
        return;
    }
    m_worker.deliver();
    if (sound == Sound::Touch && m_sounding->load() > 0)
        return;
    ++*m_sounding;
    m_worker.run(
        [sound, sounding = m_sounding] {
            sound_out(samples(sound));
            --*sounding;
            return 0;
        },
        [](int) {});
}

} // namespace chibo
