/** What every Ruby client has: the call, its signature and its answer. Ruby 2.7 and later, its standard library alone. */
export const rubyCore = String.raw`require 'erb'
require 'json'
require 'net/http'
require 'openssl'
require 'uri'

# An answer: its status, its headers by names in lower case, and its body as data.
ApiResponse = Struct.new(:status, :headers, :data)

# The API answered with a status of 400 or above.
class ApiError < StandardError
  attr_reader :response

  def initialize(response)
    @response = response
    super("#{response.status} #{response.data}")
  end
end

# The call, its signature and its answer: what every operation shares.
class ApiGatewayCore
  VERBS = %w[Get Put Post Delete Patch Head Options].to_h { |verb| [verb.upcase, Net::HTTP.const_get(verb)] }

  def initialize(base_url:, region:, access_key: nil, secret_key: nil, session_token: nil, api_key: nil, timeout: 30)
    @base_url = base_url.chomp('/')
    @region = region
    @access_key = access_key
    @secret_key = secret_key
    @session_token = session_token
    @api_key = api_key
    @timeout = timeout
  end

  private

  def perform(verb, path, query, headers, body, more_headers)
    pairs = query.compact.flat_map { |name, value| Array(value).map { |one| [encode(name), encode(one)] } }
    query_text = pairs.sort.map { |pair| pair.join('=') }.join('&')
    url = URI(@base_url + path + (query_text.empty? ? '' : "?#{query_text}"))
    payload = body.nil? ? '' : JSON.generate(plain(body))
    sent = headers.compact.transform_values(&:to_s)
    sent['Accept'] = 'application/json'
    sent['Content-Type'] = 'application/json' unless body.nil?
    sent['x-api-key'] = @api_key if @api_key
    sent.merge!(more_headers)
    is_signed = sent.keys.any? { |name| name.casecmp?('authorization') }
    sign(verb, url, query_text, sent, payload) if @access_key && @secret_key && !is_signed
    request = VERBS.fetch(verb).new(url.request_uri, sent)
    request.body = payload unless body.nil?
    read(send_request(url, request))
  end

  def send_request(url, request)
    options = { use_ssl: url.scheme == 'https', open_timeout: @timeout, read_timeout: @timeout }
    Net::HTTP.start(url.hostname, url.port, **options) { |http| http.request(request) }
  end

  def read(answer)
    headers = answer.each_header.to_h
    data = answer.body.to_s.dup.force_encoding(Encoding::UTF_8)
    begin
      data = JSON.parse(data) if headers['content-type'].to_s.include?('json') && !data.empty?
    rescue JSON::ParserError
      # It is no JSON, whatever it says: the text is the answer.
    end
    response = ApiResponse.new(answer.code.to_i, headers, data)
    raise ApiError, response if response.status >= 400

    response
  end

  # RFC 3986
  def encode(value)
    ERB::Util.url_encode(value.to_s)
  end

  def encode_path(value)
    encode(value).gsub('%2F', '/')
  end

  def plain(value)
    case value
    when Array then value.map { |one| plain(one) }
    when Hash then value.transform_values { |one| plain(one) }
    else value.respond_to?(:to_json_members) ? plain(value.to_json_members) : value
    end
  end

  # Signature Version 4, https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
  def sign(verb, url, query, headers, payload)
    time = Time.now.utc.strftime('%Y%m%dT%H%M%SZ')
    scope = [time[0, 8], @region, 'execute-api', 'aws4_request']
    host = url.port == url.default_port ? url.host : "#{url.host}:#{url.port}"
    signed = { 'host' => host, 'x-amz-date' => time }
    signed['x-amz-security-token'] = @session_token if @session_token
    headers.merge!(signed)
    names = signed.keys.join(';')
    lines = signed.map { |name, value| "#{name}:#{value}\n" }.join
    path = encode_path(url.path.empty? ? '/' : url.path)
    canonical = [verb, path, query, lines, names, OpenSSL::Digest::SHA256.hexdigest(payload)].join("\n")
    to_sign = ['AWS4-HMAC-SHA256', time, scope.join('/'), OpenSSL::Digest::SHA256.hexdigest(canonical)].join("\n")
    key = scope.reduce("AWS4#{@secret_key}") { |secret, part| OpenSSL::HMAC.digest('SHA256', secret, part) }
    signature = OpenSSL::HMAC.hexdigest('SHA256', key, to_sign)
    headers['authorization'] =
      "AWS4-HMAC-SHA256 Credential=#{@access_key}/#{scope.join('/')}, SignedHeaders=#{names}, Signature=#{signature}"
  end
end
`;
