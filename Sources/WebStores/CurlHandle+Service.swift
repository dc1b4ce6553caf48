import CCurl
import CurlTransfers
import DriverParts
import ExporterKit

extension CurlHandle {
    /// Sets all that a request needs, and gives the lines to send with it.
    func prepare(
        _ request: ServiceRequest,
        _ service: Service,
        _ exchange: Exchange,
        milliseconds: Int
    ) throws(CurlProblem) -> [String] {
        BrokenPipe.block()
        reset()
        try set(CURLOPT_URL, request.text)
        try set(CURLOPT_PROTOCOLS_STR, "https,http")
        // What is asked goes straight to the service: no proxy from the environment, no password from ~/.netrc, and
        // redirects are looked at before they are followed.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_USERAGENT, "inzage")
        try set(CURLOPT_CONNECTTIMEOUT_MS, min(milliseconds, 30_000))
        try set(CURLOPT_TIMEOUT_MS, milliseconds)
        try verify(service)
        if let body = request.body {
            try set(body: body)
        } else if request.isPost {
            try set(body: [])
        }
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        try set(CURLOPT_HEADERFUNCTION, takeHeader, CURLOPT_HEADERDATA, context)
        try set(CURLOPT_WRITEFUNCTION, takeBody, CURLOPT_WRITEDATA, context)
        try set(progress: { _, _, _, _, _ in Task.isCancelled ? 1 : 0 }, nil)
        return ["Accept: application/json", "Expect:"] + service.headers
    }

    private func verify(_ service: Service) throws(CurlProblem) {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        guard let trust = service.trust else { return }
        try set(CURLOPT_CAINFO, trust)
        // Without this the system's folder of certificates would still be trusted beside the file.
        try set(CURLOPT_CAPATH, nil)
    }
}

private func takeHeader(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return Exchange.at(context)?.take(header: line) == true ? line.count : 0
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    // libcurl takes any other number than the one it gave as an error, and there is no piece without bytes.
    return Exchange.at(context)?.take(piece) == true ? piece.count : piece.count + 1
}
