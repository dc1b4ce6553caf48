import CCurl
import CurlTransfers
import DriverParts
import ExporterKit
import Foundation
import Synchronization

/// A service that is being asked: the connections that are open, and the token that was given.
final class ServiceSession: Sendable {
    /// The service.
    let service: Service
    private let timeLimit: Int
    private let state = Mutex(State())

    private struct State: ~Copyable, Sendable {
        var handle: CurlHandle?
        var token: Secret?
        var isClosed = false
    }

    /// How often one request is sent again where the service asks to wait.
    private static let mostWaits = 5
    /// How many times it may lead on to another of its addresses.
    private static let mostRedirects = 3

    init(_ service: Service, timeLimit: Int) {
        self.service = service
        self.timeLimit = timeLimit
    }

    /// Lets the connections and the token go.
    func close() {
        state.withLock { state in
            state.handle = nil
            state.token = nil
            state.isClosed = true
        }
    }

    /// A page, or nil where the service says that there is none and that means nothing: behind a first page that was
    /// there, it would mean that the rest is missing.
    func page(
        _ request: ServiceRequest,
        _ collection: ServiceCollection,
        isFirst: Bool,
        until end: ContinuousClock.Instant
    ) throws -> ServicePage? {
        let (exchange, url) = try send(request, until: end) { Exchange() }
        if isFirst, collection.missingIsNothing, [404, 204].contains(exchange.status) { return nil }
        guard exchange.status == 200 else { throw Answer.failure(exchange.status) }
        return ServicePage(bytes: exchange.body, links: exchange.links, url: url)
    }

    /// Hands over a document piece by piece.
    func fetch(_ url: WebURL, _ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        let end = ContinuousClock.now + .seconds(timeLimit)
        try withoutActuallyEscaping(piece) { piece in
            let (exchange, _) = try send(ServiceRequest(address: url.text), until: end) { Exchange(piece) }
            guard exchange.status == 200 else { throw Answer.failure(exchange.status) }
        }
    }

    /// Asks at the service's own address, about nobody, and says what is wrong.
    func greet() -> DriverFinding? {
        do {
            let end = ContinuousClock.now + .seconds(min(timeLimit, 20))
            let (exchange, _) = try send(ServiceRequest(address: service.base.text), until: end) { Exchange() }
            return Answer.finding(exchange.status)
        } catch is Problem {
            // Many a service leads from here to a page for people; what it is asked lies elsewhere.
            return nil
        } catch {
            let failure = error as? SourceFailure ?? SourceFailure(.unreachable, "the service does not answer")
            // It is there, and what it says here is not what it will be asked for.
            let isThere = [.tooLarge, .throttled].contains(failure.code)
            return isThere ? nil : DriverFinding(failure, field: "connection")
        }
    }

    /// Sends a request until it is answered: with a token, and again where the service asks to wait or leads on.
    private func send(
        _ request: ServiceRequest,
        until end: ContinuousClock.Instant,
        _ makeExchange: () -> Exchange
    ) throws -> (Exchange, WebURL) {
        guard var url = WebURL(request.text) else { throw Answer.noAddress }
        var (request, waits, redirects, hasNewToken) = (request, 0, 0, false)
        while true {
            let exchange = makeExchange()
            let wait = try state.withLock { state in
                let login = try authorization(&state, until: end)
                return try carry(request, login, exchange, &state, until: end)
            }
            switch exchange.status {
            case 401 where !hasNewToken && service.authorization.isToken:
                hasNewToken = true
                state.withLock { $0.token = nil }
            case 429, 503:
                waits += 1
                guard wait > 0, waits <= Self.mostWaits else { throw Answer.throttled(nil) }
                try Self.sleep(wait, until: end)
            case 301, 302, 303, 307, 308:
                redirects += 1
                guard redirects <= Self.mostRedirects else { throw Answer.redirected }
                (request, url) = try led(request, from: url, by: exchange)
            default:
                return (exchange, url)
            }
        }
    }

    private static func sleep(_ seconds: Int, until end: ContinuousClock.Instant) throws {
        let back = ContinuousClock.now + .seconds(seconds)
        guard back < end else { throw Answer.throttled(seconds) }
        while ContinuousClock.now < back {
            try Task.checkCancellation()
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// Where a redirect leads: to the service itself, and with a body only where that is sent again as it is.
    private func led(
        _ request: ServiceRequest,
        from url: WebURL,
        by exchange: Exchange
    ) throws(Problem) -> (ServiceRequest, WebURL) {
        let address = exchange.location.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let target = WebURL(address, relativeTo: url), target.isSameService(as: service.base),
            !request.isPost || exchange.status >= 307
        else { throw Answer.redirected }
        return (ServiceRequest(address: target.text, body: request.body, isPost: request.isPost), target)
    }

    private func authorization(_ state: inout State, until end: ContinuousClock.Instant) throws -> String? {
        switch service.authorization {
        case .none: return nil
        case .header(let start, let secret): return start + secret.reveal()
        case .token(let asked):
            let token = if let token = state.token { token } else { try token(asked, &state, until: end) }
            state.token = token
            return "Authorization: Bearer " + token.reveal()
        }
    }

    private func token(
        _ asked: TokenRequest,
        _ state: inout State,
        until end: ContinuousClock.Instant
    ) throws -> Secret {
        let request = ServiceRequest(address: asked.url.text, body: asked.form, isPost: true)
        let exchange = Exchange()
        let form = "Content-Type: application/x-www-form-urlencoded"
        _ = try carry(request, asked.login.reveal(), exchange, &state, until: end, contentType: form)
        var scanner = JSONScanner()
        guard exchange.status == 200, let whole = try? scanner.scan(exchange.body.span),
            let token = try? JSONPlace("access_token")?.text(in: whole, of: exchange.body.span)
        else { throw Answer.noToken(exchange.status) }
        let text = String(decoding: token, as: UTF8.self)
        guard HeaderText.isValue(text) else { throw Answer.noToken(exchange.status) }
        return Secret(text)
    }

    /// Carries one request and its answer, and says how many seconds the service asks to wait.
    private func carry(
        _ request: ServiceRequest,
        _ login: String?,
        _ exchange: Exchange,
        _ state: inout State,
        until end: ContinuousClock.Instant,
        contentType: String? = nil
    ) throws -> Int {
        guard !state.isClosed else { throw SourceFailure(.unreachable, "the service was let go") }
        try Task.checkCancellation()
        do {
            let handle = if let handle = state.handle.take() { handle } else { try CurlHandle() }
            let left = (end - .now) / .milliseconds(1)
            let lines = try handle.prepare(request, service, exchange, milliseconds: max(1, Int(left)))
            let type = contentType ?? "Content-Type: \(service.contentType)"
            let code = try handle.perform(
                CURLOPT_HTTPHEADER,
                lines + [login].compactMap(\.self) + (request.body == nil ? [] : [type])
            )
            let wait = handle.retryAfter
            state.handle = .some(handle)
            try Answer.check(code, exchange)
            return wait
        } catch is CurlProblem {
            throw SourceFailure(.unreachable, "the transfer cannot be set up", hint: "see whether there is memory left")
        }
    }
}

extension Authorization {
    /// Whether a token is asked for, which may have to be asked for again.
    fileprivate var isToken: Bool { if case .token = self { true } else { false } }
}
