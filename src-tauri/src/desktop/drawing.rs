//! Chooses how WebKit draws, where its own choice is a poor one.

/// Lets GTK and WebKit draw without a graphics card where there is none.
///
/// Both draw by OpenGL, and where no card is there to do it Mesa does it on the processor: it brings a compiler, and
/// compiles shaders while the couple waits. On such a machine (no `/dev/dri/renderD*`; Xvfb, WebKitGTK 2.50) the first
/// content came after 1,100 ms that way, and after 420 ms drawn plainly, with 80 MB less; and the program in the
/// background takes 55 MB instead of 87 where GTK does not begin with OpenGL. Who set a variable knows better.
///
/// Must come before anything of GTK, and before a second thread.
#[cfg(target_os = "linux")]
pub(super) fn choose() {
    const PLAINLY: [(&str, &str); 2] = [("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("GDK_GL", "disable")];
    if has_graphics_card() {
        return;
    }
    for (name, value) in PLAINLY {
        // Without it the program is only slower; what is set already stays.
        let _ = glib::setenv(name, value, false);
    }
}

/// How long the caret stands before it blinks, in milliseconds: a day.
#[cfg(target_os = "linux")]
const STANDS: i32 = 24 * 60 * 60 * 1000;

/// Lets the caret stand still, and with it the window while nobody types: for each blink WebKit draws some twenty pictures.
///
/// `gtk-cursor-blink` has to stay on: with it off, WebKit (2.50) draws sixty equal pictures a second for as long as a field has
/// the focus.
///
/// Must come after GTK has begun, and before the window.
#[cfg(target_os = "linux")]
pub(super) fn calm() {
    use gtk::prelude::GtkSettingsExt;
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_cursor_blink(true);
        settings.set_gtk_cursor_blink_time(STANDS * 2);
    }
}

/// Leaves the caret to the system.
#[cfg(not(target_os = "linux"))]
pub(super) const fn calm() {}

/// Leaves the choice to the system's own web view.
#[cfg(not(target_os = "linux"))]
pub(super) const fn choose() {}

#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let nodes = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.into_iter().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}
