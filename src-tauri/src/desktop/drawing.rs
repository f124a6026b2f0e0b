//! Chooses how WebKit draws, where its own choice is a poor one.

/// Lets WebKit draw without a graphics card where there is none.
///
/// WebKitGTK draws by OpenGL, and where no card is there to do it Mesa does it on the processor: it compiles shaders
/// while the couple waits. On such a machine (no `/dev/dri/renderD*`; Xvfb, WebKitGTK 2.50) the first content came
/// after 1,100 ms that way, and after 420 ms drawn plainly, with 80 MB less. Who set the variable knows better.
///
/// Must come before anything of GTK, and before a second thread.
#[cfg(target_os = "linux")]
pub(super) fn choose() {
    const PLAINLY: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(PLAINLY).is_none() && !has_graphics_card() {
        // Without it the program is only slower.
        let _ = glib::setenv(PLAINLY, "1", false);
    }
}

/// Leaves the choice to the system's own web view.
#[cfg(not(target_os = "linux"))]
pub(super) const fn choose() {}

#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let nodes = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.into_iter().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}
